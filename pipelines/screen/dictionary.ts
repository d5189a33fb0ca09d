/** A kind of identifier and the column names, as words, that are for it. */
export interface NamedIdentifier {
  /** In plain words, after "is for". */
  identifier: string;
  names: RegExp;
  /** True where a column of this name may hold something else, so that a network can agree to it. */
  ambiguous?: true;
}

const NUMBER = "(?:id|ids|no|nos|nr|nbr|num|number|numbers)";
const WHOSE =
  "first|middle|last|full|maiden|given|family|legal|preferred|birth|nick|sur|fore|client|participant|person|patient|student|pupil|child|member|customer|applicant|individual|resident|user|staff|worker|manager|contact|parent|mother|father|guardian|spouse|sibling|caregiver|head|employer|teacher|print|signed";

const named = (identifier: string, ...patterns: string[]): NamedIdentifier => ({
  identifier,
  names: new RegExp(patterns.map((pattern) => `(?:${pattern})`).join("|")),
});
const perhaps = (identifier: string, ...patterns: string[]): NamedIdentifier => ({
  ...named(identifier, ...patterns),
  ambiguous: true,
});

/** Names that look like an identifier's and only say how good it is, or whether there is one. */
export const ABOUT_IDENTIFIERS = /\bdata quality$|^(?:has|have|had)\b/;

/**
 * The identifiers of 45 CFR 164.514(b)(2) that can be a column, with the aliases seen in partners' exports, and free text.
 * The first entry that matches names the column, so the more particular ones come first.
 */
export const dictionary: readonly NamedIdentifier[] = [
  named("an e-mail address", "\\be ?mails?\\b", "\\be ?mail(?:address|addr|id)\\b", "\\bcorreo\\b"),
  named("an IP address", "^ip(?:v[46])?$", "\\bip ?(?:address|addr)\\b"),
  named(
    "a device number",
    "\\b(?:mac|imei|udid)\\b(?: address)?$",
    `\\b(?:device|serial) (?:${NUMBER}|serial|identifier)\\b`,
  ),
  perhaps("a web address", "\\burls?\\b", "\\bweb ?(?:site|page|address)\\b"),
  perhaps("a social media account", "\\b(?:facebook|instagram|twitter|linkedin|tiktok|snapchat)\\b"),
  named(
    "a person's name",
    "^names?$",
    `\\b(?:${WHOSE}) ?names?\\b`,
    "\\b[flm] ?names?\\b",
    "\\bname (?:first|middle|last|full|suffix|prefix)\\b",
    "^(?:first|last|middle)$|\\bcontact (?:first|last)$",
    "\\b(?:alias|aliases|aka|nickname|initials|middle initial|apellidos?|nombres?)\\b",
    "^(?:suffix|mi)$",
  ),
  named(
    "a Social Security number",
    "\\bssns?\\d?\\b",
    `^ss ${NUMBER}?$|\\bss ${NUMBER}\\b`,
    `\\bsocial ?security(?: (?:${NUMBER}|card))*$`,
    "^social$",
    "\\bi ?tin\\b",
    "\\blast ?(?:4|four)\\b.*\\bsocial\\b",
  ),
  named(
    "a date of birth",
    "\\bdobs?\\b",
    "\\bbirth ?(?:date|day|dt|year|yr|month)\\b",
    "\\b(?:date|day|year|yr|month) ?of ?birth\\b",
    "\\b(?:yob|bdate|bday|bdt|born|nacimiento)\\b",
    "\\b(?:dt|yr) birth\\b",
  ),
  named("a fax number", "\\bfax(?:no|num|number)?\\b"),
  named(
    "a telephone number",
    "\\b(?:tele|cell|home|work|mobile)?phones?(?:no|num|number|nbr)?\\d?\\b",
    `\\b(?:cell|mobile)(?: ${NUMBER})?$`,
    `^tel$|\\btel ${NUMBER}\\b`,
    "\\btelefono\\b",
  ),
  named(
    "a street address",
    "\\baddress(?:es|line)?\\d?\\b",
    "\\baddr(?:ess)?\\d?\\b",
    "\\bstreet(?: (?:name|no|num|number|line))?(?: \\d)?$",
    "\\bp ?o box\\b|\\bpobox\\b",
    `\\b(?:apt|apartment)(?: ${NUMBER})?$`,
    `\\bunit ${NUMBER}$`,
    "\\bdireccion\\b",
  ),
  named(
    "a ZIP code",
    "\\bzips?\\b(?! ?3\\b| file)",
    "\\bzip(?:code|5|4)\\b",
    "\\bpost(?:al)? ?code\\b",
    "\\bcodigo postal\\b",
  ),
  named("a city or town", "\\b(?:city|town|municipality|ciudad)$", "\\bplace of birth\\b|\\bbirth ?place\\b"),
  named(
    "an exact place",
    "\\b(?:latitude|longitude|geo ?code|geo ?location|gps|coordinates?)\\b",
    "^(?:lat|lon|lng|long)$",
    "\\b(?:lat ?lon|lat ?lng|lat ?long)g?\\b",
    "\\b(?:census tract|block group|tract)(?: (?:id|no|code))?$",
  ),
  named(
    "a medical record number",
    "\\bmrns?\\b",
    `\\bmed(?:ical)? ?rec(?:ord)?(?: ${NUMBER})?$`,
    `\\b(?:patient|chart) ${NUMBER}\\b`,
  ),
  named(
    "a health plan number",
    `\\b(?:medicaid|medicare|tenncare|insurance|health plan|plan beneficiary|policy|subscriber|beneficiary|recipient) (?:card )?${NUMBER}\\b`,
    `(?<!household )\\bmember ${NUMBER}\\b`,
    "\\b(?:mbi|hicn)\\b",
  ),
  named(
    "a driving licence or passport number",
    `\\b(?:drivers?|driving) ?(?:s )?licen[cs]e(?: (?:${NUMBER}|state))*$`,
    `\\b(?:dl|dln|licen[cs]e|passport|state id)(?: ${NUMBER})$`,
    "^(?:dl|dln|passport)$",
  ),
  named(
    "an account or card number",
    `\\b(?:account|acct|routing|card|ebt)(?: card)? ${NUMBER}\\b`,
    "\\b(?:iban|credit card|debit card|bank account)$",
  ),
  named(
    "a vehicle number",
    "\\bvin\\b",
    "\\b(?:licen[cs]e|number) ?plate\\b|\\bplate (?:no|number)\\b",
    `\\bvehicle (?:${NUMBER}|serial|identification)\\b`,
  ),
  named(
    "a biometric mark",
    "\\b(?:finger|voice|palm|face) ?prints?\\b",
    "\\bbiometrics?\\b",
    "\\b(?:retina|iris|face) (?:scan|id)\\b",
  ),
  named(
    "a photograph",
    "\\bphotos?\\b(?! id\\b)",
    "\\b(?:photograph|headshot|selfie)s?\\b",
    "\\b(?:profile|client|face) (?:picture|image|pic)\\b",
  ),
  named(
    "an immigration number",
    `\\b(?:alien|uscis|visa|immigration)(?: registration)? ${NUMBER}\\b`,
    "^a ?(?:no|num|number)$",
  ),
  perhaps(
    "free text",
    "\\b(?:notes?|comments?|remarks?|narrative|notas|comentarios)$",
    "\\bfree ?text\\b|\\b(?:please )?specify\\b|\\bexplain\\b|\\bexplanation\\b",
    "\\b(?:note|comment|narrative) text\\b|\\bcase description\\b",
  ),
];

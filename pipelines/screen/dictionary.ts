/** A kind of identifier and the column names, as words, that are for it. */
export interface NamedIdentifier {
  /** In plain words, after "is for". */
  identifier: string;
  names: RegExp;
  /** True where a column of this name may hold something else, so that a network can agree to it. */
  ambiguous?: true;
}

const NUMBER = "(?:id|ids|no|nos|nr|nro|nbr|num|numero|number|numbers)";
/** A number named before what it is of: `Número de Medicaid`. */
const NUMBER_OF = "(?:id|nr|nro|num|numero|number) (?:(?:of|de) )?(?:(?:the|la|el) )?";
const PERSON =
  "client|participant|person|patient|student|pupil|child|member|customer|applicant|individual|resident|user|staff|worker|manager|contact|parent|mother|father|guardian|spouse|husband|wife|son|daughter|infant|baby|youth|veteran|sibling|relative|kin|caregiver|head|hoh|hh|household|case|payee|payer|recipient|beneficiary|enrollee|consumer|tenant|landlord|caller|respondent|employer|supervisor|teacher|tutor|coach|mentor|counselor|counsellor|navigator|therapist|nurse|doctor|physician|volunteer|attorney";
const WHOSE = `first|frst|fst|middle|mid|last|lst|full|maiden|given|family|legal|preferred|birth|nick|sur|fore|print|signed|${PERSON}`;
/** Words of a place that is not a person's. */
const NOT_OF_PERSONS = "programa|proyecto|organizacion|agencia|escuela|condado";

const named = (identifier: string, ...patterns: string[]): NamedIdentifier => ({
  identifier,
  names: new RegExp(patterns.map((pattern) => `(?:${pattern})`).join("|")),
});
const perhaps = (identifier: string, ...patterns: string[]): NamedIdentifier => ({
  ...named(identifier, ...patterns),
  ambiguous: true,
});

/** Names that look like an identifier's and only say how good it is, whether there is one, or how often it was used. */
export const ABOUT_IDENTIFIERS =
  /\bdata quality$|^(?:has|have|had|type of|kind of|date attained)\b|\b(?:phone|telephone|e ?mail|fax|text) (?:calls?|contacts|visits|attempts|counts?|assistance|bills?)$/;

/**
 * The identifiers of 45 CFR 164.514(b)(2) that can be a column, with the aliases seen in partners' exports, and free text.
 * The first entry that matches names the column, so the more particular ones come first.
 */
export const dictionary: readonly NamedIdentifier[] = [
  named("an e-mail address", "email|\\be mails?\\b|\\be mail(?:address|addr|id)\\b", "\\bcorreo\\b"),
  named("an IP address", "^ip(?:v[46])?$", "\\bip ?(?:address|addr)\\b"),
  named(
    "a device number",
    "\\b(?:mac|imei|imsi|iccid|meid|udid|idfa|idfv)\\b(?: address)?$|\\b(?:android|advertising|cookie|handset|phone device) id$|\\bhost ?name$",
    `\\b(?:device|serial) (?:${NUMBER}|serial|identifier)\\b`,
  ),
  perhaps("a web address", "\\burls?\\b", "\\bweb ?(?:site|page|address)\\b"),
  named("a login", "\\b(?:log ?in|password|passcode|contrasena)(?: (?:name|id))?$|\\bscreen ?names?$"),
  perhaps(
    "a social media account",
    "\\b(?:skype|discord|telegram|social media|social handle|handle)(?: (?:id|handle|name|account))?$",
    "\\b(?:facebook|instagram|twitter|linkedin|tiktok|snapchat)\\b",
  ),
  named(
    "a person's name",
    "^names?$",
    `\\b(?:${WHOSE}) ?(?:names?|nms?)\\b`,
    "\\b[flm] ?(?:names?|nm)\\b|\\bho ?h ?names?\\b",
    "\\bname (?:first|middle|last|full|suffix|prefix)\\b",
    `\\bnames? (?:of )?(?:the |a )?(?:${PERSON})s?$`,
    `^(?:first|last|middle)$|^last first\\b|\\b(?:${PERSON}) (?:first|last|middle)$`,
    "\\b(?:alias|aliases|aka|nickname|initials|middle initial|maiden|apellidos?)\\b",
    `\\bnombres?\\b(?! del? (?:la )?(?:${NOT_OF_PERSONS})\\b)`,
    "^(?:suffix|mi)$",
    "\\b(?:next of kin|emergency contact|contacto de emergencia|signatures?|firma)\\b(?!.*\\b(?:phone|ph|tel|telefono|cell|email|e mail|address|obtained|on file|date)\\b)",
  ),
  perhaps(
    "a person's name",
    "\\b(?:created|entered|modified|updated|completed|assigned|submitted|reported) (?:by|to)(?: (?:user|staff|worker))?$",
    "\\b(?:account|record|contact|case|lead|opportunity) owner$|^account name$|^(?:householder|alias)$",
  ),
  named(
    "a Social Security number",
    "\\bssn|ssns?\\b",
    `\\bss ?${NUMBER}\\b`,
    `\\bsoc(?:ial)? ?sec(?:urity)? ?(?:(?:${NUMBER}|card|last|four|digits|\\d) ?)*$`,
    `^social$|\\b(?:social|soc) ${NUMBER}$`,
    "^last ?(?:4|four)$|\\blast ?(?:4|four)\\b.*\\bsocial\\b",
    "\\b(?:seguro|seguridad) social\\b|\\bnss\\b",
  ),
  named(
    "a tax number",
    `\\btax ?(?:payer)? ?(?:identification |identifier )?${NUMBER}\\b`,
    "\\bi? ?tins?\\b|\\brfc\\b",
    `\\b(?:${PERSON}) f?ein\\b`,
  ),
  perhaps("a tax number", "\\bf?eins?\\b"),
  named(
    "a national identity number",
    "\\b(?:curp|dni|nie|cedula)\\b",
    `\\bnational (?:id|identity|identification|insurance)(?: (?:${NUMBER}|card))*$`,
    "\\b(?:matricula|id) consular\\b|\\bconsular id\\b|\\bclave de elector\\b|\\b(?:voter|tribal|military|dod) (?:registration |enrollment )?(?:no|nr|nbr|num|number|id)$|\\bedipi\\b",
  ),
  named(
    "a court or prison number",
    `\\b(?:inmate|booking|docket|offender|prisoner|arrest|warrant|jail|fbi|tdoc|court case) (?:${NUMBER})$`,
  ),
  named(
    "a date of birth",
    "\\bdob|dobs?\\b",
    "\\bbirth ?(?:date|days?|dt|dte|year|yr|month|mo)\\b",
    "\\b(?:date|day|dt|year|yr|month|mo) ?(?:of ?)?birth\\b",
    `^(?:(?:${PERSON}) )?birth$`,
    "\\b(?:yob|bdate|bday|bdt|born|nacimiento|cumpleanos)\\b",
    "\\b(?:fecha|fec) (?:de )?nac\\b",
  ),
  named(
    "a date of death",
    "\\b(?:date|day|dt|year|yr) ?(?:of ?)?(?:death|deceased|died)\\b|\\b(?:death|deceased|died) ?(?:date|day|dt|dte|on|year)\\b",
    "^dod$|\\bfecha (?:de )?(?:muerte|defuncion|fallecimiento)\\b",
  ),
  named("a fax number", "\\bfax(?:no|num|number)?\\b"),
  named(
    "a telephone number",
    `\\b(?!headphones?\\b)(?:tele|cell|home|work|mobile|${PERSON})?phones?(?:no|num|number|nbr|home|cell|work)?\\b`,
    `^ph(?: ${NUMBER})?$|\\b(?:home|work|cell|mobile|day|night|evening|main|alt|alternate|primary|other|${PERSON}) ph(?: ${NUMBER})?$`,
    `\\b(?:cell|mobile)(?: ${NUMBER})?$`,
    `^tel\\b|\\btel(?: ${NUMBER})?$`,
    "\\b(?:telefono|celular|movil|landline|pager)s?\\b",
    "\\b(?:contact|home|work|day|evening|emergency|sms|text) (?:no|nbr|num|number)$|\\bwhats ?app\\b|^sms$",
  ),
  named(
    "a street address",
    "address(?:es|line)?\\b|addr\\b",
    "^add \\d",
    `\\bstreet(?: (?:name|line|${NUMBER}))?$|\\b(?:house|building|bldg) (?:no|nbr|num|number)$`,
    "\\b(?:place|address) of residence\\b|\\b(?:residential|residence|home) location\\b",
    "\\bp ?o box\\b|\\bpobox\\b",
    `\\b(?:apt|apartment)(?: ${NUMBER})?$`,
    `\\bunit ${NUMBER}$`,
    "\\b(?:direccion|domicilio|calle|colonia)\\b",
    "\\b(?:cross streets?|intersection)\\b",
  ),
  perhaps("a street address", "^(?:(?:home|current|client) )?(?:residence|residencia)$"),
  perhaps(
    "a ZIP code",
    "\\bzips?\\b(?! ?3\\b| file| area| prefix)",
    "\\bzip(?:code|5|4)\\b",
    "\\bpost(?:al)? ?code\\b",
    "\\bcod(?:igo)? postal\\b",
  ),
  named(
    "a city or town",
    "\\b(?:city|town|home ?town|municipality|ciudad|municipio)(?: ?(?:name|nm|code|and|y|or|state|st|estado|county))*$",
    "\\b(?:city|town|ciudad) (?:of|de) (?:residence|residencia|birth|origin)\\b",
    "\\bplace of birth\\b|\\bbirth ?place\\b|\\bpob\\b",
  ),
  perhaps(
    "a place smaller than a county",
    "\\b(?:neighbou?rhood|barrio|precinct|subdivision|township|village)(?: (?:name|code|no|number))?$",
    "\\b(?:council|legislative|congressional|voting|house|senate) district$",
  ),
  named(
    "an exact place",
    "\\b(?:latitude?|longitude?|geo ?code|geo ?location|gps|coords?|coordinates?|coordenadas?)\\b",
    "^(?:lat|lon|lng|long)$",
    "\\b(?:lat ?lon|lat ?lng|lat ?long)g?\\b|\\bgeo ?hash\\b|\\bplus ?code$|\\bwhat ?3 ?words\\b",
    "\\b(?:census tract|census block|block group|tract)(?: (?:id|no|code))?$",
  ),
  named(
    "a medical record number",
    "\\bmrns?\\b",
    `\\bmed(?:ical)? ?rec(?:ord)?(?: ${NUMBER})?$`,
    `\\b(?:patient|chart|hospital|ehr|emr|epic|(?:health|clinical) record) ${NUMBER}\\b`,
    "\\bhistoria clinica\\b|\\bexpediente (?:clinico|medico)\\b",
  ),
  named(
    "a health plan number",
    `\\b(?:medicaid|medicare|tenncare|insurance|health plan|plan beneficiary|policy|subscriber|beneficiary|recipient) (?:card )?${NUMBER}\\b`,
    `\\b(?:medi ?cal|ahcccs|mass ?health|badger ?care|health ?net|cover ?kids|chip|mco|hmo|rx|group plan) (?:member )?${NUMBER}\\b`,
    `\\b${NUMBER_OF}(?:medicaid|medicare|tenncare|seguro medico|poliza)\\b|\\bpoliza\\b`,
    `(?<!household )\\bmember ${NUMBER}\\b`,
    "\\b(?:mbi|hicn)\\b",
  ),
  named(
    "a driving licence or passport number",
    `\\b(?:drivers?|driving) ?(?:s )?licen[cs]e(?: (?:${NUMBER}|state))*$`,
    `\\b(?:dl|dln|oln|licen[cs]e|passport|state id)(?: ${NUMBER})$|\\bdriver ?lic(?:ense)?\\b`,
    "^(?:dl|dln|passport|pasaporte)$",
    `\\b${NUMBER_OF}(?:passport|pasaporte|licen[cs]e|licencia)$|\\blicencia de (?:conducir|manejo)\\b`,
  ),
  named(
    "a certificate number",
    "\\b(?:certificate|certification|credential|permit|registration) (?:no|nos|nr|nbr|num|number|numbers|serial)$",
  ),
  named(
    "an account or card number",
    `\\b(?:account|acct|routing|card|ebt)(?: card)? ${NUMBER}\\b`,
    "\\b(?:iban|credit card|debit card|bank account|cuenta bancaria)$",
    `\\b(?:loan|iban|cuenta|tarjeta) ${NUMBER}$|\\b${NUMBER_OF}(?:cuenta|tarjeta)\\b`,
  ),
  named(
    "a vehicle number",
    "\\bvin\\b",
    "\\b(?:licen[cs]e|number) ?plate\\b|\\bplate (?:no|number)\\b",
    `\\b(?:vehicle|car|auto) (?:${NUMBER}|serial|identification|tag|plate|registration)\\b|^placas?$|\\b(?:tag|license tag) (?:no|nbr|num|number)$`,
  ),
  named(
    "a biometric mark",
    "\\b(?:finger|voice|palm|face) ?prints?\\b",
    "\\bbiometrics?\\b",
    "\\b(?:retina|retinal|iris|face|facial) (?:scan|id|recognition|template)\\b|\\bhuellas?\\b|\\b(?:dna|genetic) (?:profile|sequence|sample)\\b|\\bvoice recording\\b",
  ),
  named(
    "a photograph",
    "\\bphotos?\\b(?! id\\b)",
    "\\b(?:photograph|headshot|selfie|mug ?shot|foto|fotografia|avatar)s?\\b",
    "\\b(?:profile|client|face) (?:picture|image|pic)\\b",
  ),
  perhaps("a photograph", "^(?:image|picture|imagen|video)(?: (?:url|file|name|path))?$"),
  named(
    "an immigration number",
    `\\b(?:alien|uscis|visa|immigration)(?: registration)? ${NUMBER}\\b`,
    "^a ?(?:no|num|number)$",
  ),
  perhaps(
    "free text",
    "\\b(?:notes?|comments?|commentary|remarks?|narrative|notas?|comentarios?|observaciones)$",
    "\\bfree ?text\\b|\\b(?:please )?specify\\b|\\bdescribe\\b|\\bexplain\\b|\\bexplanation\\b",
    "\\b(?:note|comment|narrative|identity|other|response|answer) text\\b|\\bcase description\\b",
    "^(?:additional race ethnicity|preferred language different)$",
    "\\b(?:additional|further) (?:info|information|details?)$",
  ),
];

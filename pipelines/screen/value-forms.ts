import { TOKEN_PATTERN } from "../../models/contract/field.ts";

/** Rows a form may have by chance, where chance can make it. */
export const CHANCE_ROWS = 3;
/** Share of a column's bare numbers above which nine or ten valid digits are identifiers and not amounts. */
const BARE_NUMBER_SHARE = 0.5;
/** Share of a column's 13- to 19-digit numbers that pass Luhn's check above which they are cards; one in ten passes by chance. */
const LUHN_SHARE = 0.5;
/** Share of a column's cells of 17 letters and digits whose check digit is right, above which they are vehicles; one in eleven is by chance. */
const VIN_SHARE = 0.5;
/** Share of a column's cells that numbers with letters are, each different, when they are everybody's own. */
const OWN_SHARE = 0.5;
/** Share of a column's cells above which bare hashes refuse the file; the contract sets fewer of them aside as rows. */
const HASH_SHARE = 0.02;
/** Share of a column's cells above which long text is free text. */
const LONG_TEXT_SHARE = 0.02;
/** Text longer than this is long when it has a space in it, and too long for anything agreed from the second length on. */
export const LONG_TEXT = 40;
const TOO_LONG_TEXT = 200;
/** Up to this many different values a column is a list of codes or level words, however long they are. */
const CODE_VALUES = 12;
/** Up to this many they are one even where hardly one comes twice. */
const LEVELS = 6;

/** What a column holds besides the suspected rows, to tell an identifier from chance. */
export type Evidence = Record<"rows" | "filled" | "distinct" | keyof typeof SHAPES, number>;

/**
 * A form of value that identifies people, and how much of it is more than chance. What is said holds together; it is said in no
 * language of queries, so that sets of values and single ones are screened by the same declaration.
 */
export interface ValueForm {
  identifier: string;
  /** In the syntax that RE2 and JavaScript share: nothing looks around, no flags inside, neither `.` nor `\b`. */
  pattern?: string;
  /** The pattern is all of the value and not a part of it. */
  whole?: true;
  /** Capital letters are as small ones. */
  insensitive?: true;
  /** A sign the pattern cannot do without: looking for it first is five times as fast over words. */
  sign?: string;
  /** Each of these is found in the value as well. */
  also?: readonly string[];
  /** What the digits or letters of the value come to. */
  check?: "luhn" | "vin";
  /** The value has more characters than this. */
  longer_than?: number;
  /** There is a space in the value. */
  spaced?: true;
  refused: (evidence: Evidence) => boolean;
}

const any = () => true;
const moreThanCodes = ({ rows, filled, distinct }: Evidence) =>
  rows > CHANCE_ROWS && (distinct > CODE_VALUES || distinct > OWN_SHARE * filled);
const moreThanChance = ({ rows }: Evidence) => rows > CHANCE_ROWS;
/** As many different rows as chance may have are too many when they are all that the column holds. */
const wholeColumn = ({ rows, filled, distinct }: Evidence) =>
  rows === CHANCE_ROWS && filled === CHANCE_ROWS && distinct === CHANCE_ROWS;
/** Most of the cells, and hardly one of them twice: everybody has their own. */
const everyOnesOwn = ({ rows, filled, distinct }: Evidence) =>
  rows > CHANCE_ROWS && rows > OWN_SHARE * filled && distinct > OWN_SHARE * filled;
/** One hash all the way down is the number of an export, not of a person. */
const someHashes = ({ rows, filled, distinct }: Evidence) =>
  rows > CHANCE_ROWS && rows > HASH_SHARE * filled && distinct > 1;
const mostNumbers = (evidence: Evidence) =>
  wholeColumn(evidence) || (moreThanChance(evidence) && evidence.rows > BARE_NUMBER_SHARE * evidence.numbers);

// Areas 000, 666 and 900 to 999, group 00 and serial 0000 were never issued; tax numbers (ITIN) begin with 9.
const AREA = "(?:00[1-9]|0[1-9][0-9]|[1-57-8][0-9]{2}|6[0-57-9][0-9]|66[0-57-9])";
const GROUP = "(?:0[1-9]|[1-9][0-9])";
const SERIAL = "(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})";
const ITIN_GROUP = "(?:5[0-9]|6[0-5]|7[0-9]|8[0-8]|9[0-24-9])";
const inParts = (first: string, second = first) =>
  `${AREA}${first}${GROUP}${second}${SERIAL}|9[0-9]{2}${first}${ITIN_GROUP}${second}[0-9]{4}`;
const apart = (parts: string) => `(?:^[.-]*|[^0-9.-]|[^0-9][.-]+)[(]?(?:${parts})(?:$|[^0-9-]|-+(?:$|[^0-9-]))`;
// The same sign twice: two numbers with a decimal point between them are not one number in three parts.
const SSN_PARTS = [
  inParts("[.]+"),
  inParts(" ?/+ ?"),
  inParts("(?: *[*~=#'\\\\]+ *|%2[dD])"),
  inParts("(?:[)]? *[-_]+ *|[)]? +)"),
];
export const SSN = apart(SSN_PARTS.join("|"));
/** Lists of numbers have such signs between them, and so have fractions beside a year. */
const SSN_MIXED = apart(inParts("(?: *[-_., :;|+/]+ *)"));
const SSN_LABEL = "(?:^|[^a-z])(?:ssn?|s[.]s[.]n?[.]?|soc(?:ial)?[. ]*sec(?:urity)?|itin|seguro social)[^0-9]{0,12}";
export const SSN_CALLED = `${SSN_LABEL}${AREA}[^0-9a-z]{0,3}${GROUP}[^0-9a-z]{0,3}${SERIAL}(?:$|[^0-9])`;
const SPACED_DIGITS = ["-", " +", "[.]", "_", "/", ", ?"].map((sign) => `(?:[0-9]${sign}){8}[0-9]`).join("|");
const BETWEEN = "(?: ?[-./_*~]{1,2} ?| )";
export const PHONE = `(?:^[.-]*|[^0-9A-Za-z.-]|[A-Za-z][.:] ?)(?:[+]?1${BETWEEN}?)?(?:[(] ?[2-9][0-9]{2} ?[)]${BETWEEN}?[2-9][0-9]{2}${BETWEEN}?[0-9]{4}|[2-9][0-9]{2}${BETWEEN}[2-9][0-9]{2}${BETWEEN}[0-9]{4})(?:$|[^0-9-]|-+(?:$|[^0-9-]))`;
const ODD_PHONE = "1?[- ]?[2-9][0-9]{2}[-/_ ][2-9][0-9]{6}|1?[- ]?[2-9][0-9]{2}[2-9][0-9]{2}[-/_ ][0-9]{4}";
const PHONE_ABROAD = "[+][1-9](?:[ .()/-]{0,2}[0-9]){8,14}";
export const EMAIL = "[^ @,;:<>()]+@[^ @.,;:<>()/]+(?:[.][^ @.,;:<>()/]+)*[.][^ @.,;:<>()/0-9]{2,}";
const EMAIL_IN_WORDS =
  "[a-z0-9._%+-]+ *[[({<] *(?:@|at|arroba) *[\\])}>] *[a-z0-9-]+|[a-z0-9._+-]+%40[a-z0-9-]+|[a-z0-9._%+-]+ +(?:at|arroba) +[a-z0-9-]+ +(?:dot|punto) +[a-z]{2,}";
/** Without a name of a country or kind behind it, as inside an office. */
const EMAIL_INSIDE = "[a-z0-9._%+-]*[a-z][a-z0-9._%+-]*@[a-z0-9-]*[a-z][a-z0-9.,-]*";
const EMAIL_SPACED = "[A-Za-z0-9._%+-]+ *@ *[A-Za-z0-9-]+(?: *[.] *[A-Za-z0-9-]+)* *[.] *[A-Za-z]{2,}";
const SUFFIX =
  "street|st|avenue|ave|av|road|rd|boulevard|blvd|drive|dr|lane|ln|court|ct|circle|cir|place|pl|terrace|ter|trail|trl|parkway|pkwy|highway|hwy|square|sq|alley|cove|cv|way|loop|pike";
const STREET = `(?:^|[,;:#(]) ?#?[0-9]{1,6}(?:[a-z]|-[a-z0-9]{1,4}| 1/2)?,?(?: [nsew]{1,2}[.]?)?(?: [a-z0-9.'-]+){1,4} (?:${SUFFIX})(?:[., ;)]|$)`;
/** Words that end the name of a street and of much else. */
const WEAK_SUFFIX =
  "bend|bluffs?|branch|bridge|broadway|brook|bypass|canyon|crossing|xing|crescent|cres|creek|dale|estates?|expressway|expy|fields?|forest|freeway|fwy|gardens?|glen|green|grove|harbor|heights|hts|hills?|hollow|island|isle|key|knoll|lake|landing|manor|meadows?|mill|mount|oaks|orchard|oval|park|path|pines|plaza|plz|point|pointe|ranch|ridge|rdg|river|row|run|shores?|springs?|station|summit|trace|trce|turnpike|tpke|valley|view|village|vista|walk";
const WEAK_STREET = `#?[0-9]{1,6}[a-z]?(?: [nsew]{1,2}[.]?)?(?: [a-z0-9.'-]+){0,3} (?:${WEAK_SUFFIX})(?:[., ][a-z0-9 .,#-]{0,30})?`;
const STREET_IN_SPANISH =
  "(?:calle|avenida|av|avda|bulevar|camino|carretera|callej[oó]n|privada|paseo|calz(?:ada)?)[.]? [^0-9]{2,40} (?:#|no[.]? ?|n[uú]m[.]? ?)?[0-9]{1,5}(?:[^0-9][^0-9]{0,40})?";
const STREET_FIRST = `(?:[a-z0-9.'-]+ ){1,3}(?:${SUFFIX})[.]?,? #?[0-9]{1,5}[a-z]?`;
const ON_HIGHWAY =
  "(?:^|[,;:#(]) ?[0-9]{1,6}(?: [nsew][.]?)?(?: (?:us|state|county|old|farm))* (?:highway|hwy|route|rte?|road|rd|cr|fm|sr)[. #]+[0-9]{1,4}(?:[^0-9a-z]|$)";
const BOX =
  "(?:^|[^a-z0-9_])(?:p[.]? ?o[.]? ?b(?:ox|x)?|post office box|apartado(?: postal)?|pmb)[. #]*[0-9]+|(?:^|[^a-z])(?:rr|rural route|hcr?|star route)[. #]*[0-9]+,? (?:box|bx)[. #]*[0-9]+";
const FLAT = "(?:^|[^a-z])(?:apt|apartment|suite|ste|unit|lot|trlr)[. #]+(?:[0-9]{1,5}[a-z]?|[a-z][0-9]{0,4})";
const OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
const IP = `(?:${OCTET}[.]){3}${OCTET}|(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}|(?:[0-9A-Fa-f]{1,4}:){1,6}(?::[0-9A-Fa-f]{1,4}){1,6}`;
const PLACE = "[(]?[-+]?[0-9]{1,2}[.][0-9]{3,}[,;] ?[-+]?[0-9]{1,3}[.][0-9]{3,}[)]?";
const HASH_BEFORE = "(?:0x|\\\\x|[^0-9A-Za-z]{1,3})?";
const HASH = `${HASH_BEFORE}(?:[0-9A-Fa-f]{32}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}|[0-9A-Fa-f]{128})[^0-9A-Za-z]{0,3}`;
/** Beside other text, hex of this length is no word and no number. */
const HASH_INSIDE =
  "(?:^[A-Za-z]{0,3}|[^0-9A-Za-z])(?:[0-9A-Fa-f]{32}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{56}|[0-9A-Fa-f]{64}|[0-9A-Fa-f]{96}|[0-9A-Fa-f]{128})(?:$|[^0-9A-Za-z])";
const HASH_CUT = `${HASH_BEFORE}[0-9A-Fa-f]{16,}`;
const HASH_SHORT = "[0-9A-Fa-f]{10,15}";
/** Pairs, fours or eights of hex; random UUIDs, whose third group says that they are, are none. */
const HASH_PARTED = [
  "[0-9A-Fa-f]{2}(?:[-: ][0-9A-Fa-f]{2}){7,}",
  "[0-9A-Fa-f]{4}(?:[-: ][0-9A-Fa-f]{4}){3,}",
  "[0-9A-Fa-f]{8}(?:[-: ][0-9A-Fa-f]{8}){1,}",
  "[{]?[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-(?:[0359a-fA-F][0-9A-Fa-f]{3}-[0-9A-Fa-f]{4}|[124678][0-9A-Fa-f]{3}-[0-7c-fC-F][0-9A-Fa-f]{3})-[0-9A-Fa-f]{12}[}]?",
].join("|");
const HASH_NAMED =
  "[{$(]?(?:ss?ha|sha|md[245]|hash|crc|blake|ripemd|bcrypt|argon|scrypt|hmac)[-_]?[0-9a-z]{0,5}(?:[-_/][0-9]{1,4})?[)}$:=_ .-]+[0-9a-z+/=_$.-]{8,}|[$][0-9a-z]{1,8}[$][0-9a-z+/=_$.-]{8,}";
const HASH_OF_64 = "[A-Za-z0-9+/_-]{22}==|[A-Za-z0-9+/_-]{27}=|[A-Za-z0-9+/_-]{43}=|[A-Za-z0-9+/_-]{86}==";
const HASH_OF_64_BARE = "[A-Za-z0-9+/_-]{22}|[A-Za-z0-9+/_-]{27}|[A-Za-z0-9+/_-]{43}|[A-Za-z0-9+/_-]{86}";
const HASH_OF_32 =
  "[A-Z2-7]{26}={0,6}|[a-z2-7]{26}={0,6}|[A-Z2-7]{32}|[a-z2-7]{32}|[A-Z2-7]{52}={0,4}|[a-z2-7]{52}={0,4}";
const DECORATION = "[^0-9A-Za-z.-]{0,3}";
export const BARE_SSN = `${DECORATION}${AREA}${GROUP}${SERIAL}(?:[.]0+)?[-._]?${DECORATION}`;
export const BARE_PHONE = `${DECORATION}1?[2-9][0-9]{2}[2-9][0-9]{6}(?:[.]0+)?(?: ?(?:x|ext)[. ]*[0-9]{1,6})?[-._]?${DECORATION}`;
/** Nine digits in two groups, in thousands, or as a spreadsheet writes what is too wide for its column. */
const ODD_SSN = `${AREA}[-/_ ]${GROUP}${SERIAL}|${AREA}${GROUP}[/_ ]${SERIAL}|[1-9][0-9]{2},[0-9]{3},[0-9]{3}|[1-9][.,][0-9]{4,8}[Ee][+]?0?8|[-.]${AREA}${GROUP}${SERIAL}|[0-9]{3}[- ][0-9]{3}[- ][0-9]{3}|[A-Za-z][A-Za-z .]{1,20}[ :#_-]{1,3}${AREA}${GROUP}${SERIAL}`;
const CARD = "[3-6][0-9]{3}[- ]?[0-9]{4}[- ]?[0-9]{2,4}[- ]?[0-9]{1,7}";

const LINK = "(?:https?|ftp)://[^ ]|(?:^|[^a-z0-9.])www[.][a-z0-9-]+[.][a-z]";
const ACCOUNT =
  "(?:facebook|instagram|linkedin|twitter|tiktok|snapchat)[.]com/[a-z0-9@]|(?:^|[^a-z0-9.])(?:t[.]me|wa[.]me|fb[.]com|x[.]com)/[a-z0-9@]";
const PICTURE = "^data:[a-z]+/|^(?:/9j/4|iVBORw0KGgo|R0lGOD)|[^ /][.](?:jpe?g|png|gif|bmp|heic|tiff?|webp)$";
const MAC = "(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{4}[.]){2}[0-9A-Fa-f]{4}";
// The bodies that give out numbers of handsets.
const IMEI = "(?:01|35|86|99)[0-9]{13}|(?:01|35|86|99)-?[0-9]{6}-[0-9]{6}-[0-9]";
const VIN = "[A-HJ-NPR-Z0-9]{17}";
/** The letters of a vehicle's number, the digits they stand for, and the weights of its 17 places; the sum modulo 11 is its ninth sign. */
export const VIN_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
export const VIN_DIGITS = "12345678123457923456789";
export const VIN_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
// Medicare's beneficiary number; Medicaid's in New York and California. Other states' are digits alone, which chance makes.
const MBI_LETTER = "[AC-HJKMNP-RT-Y]";
const MBI = `[1-9]${MBI_LETTER}[AC-HJKMNP-RT-Y0-9][0-9]-?${MBI_LETTER}[AC-HJKMNP-RT-Y0-9][0-9]-?${MBI_LETTER}{2}[0-9]{2}`;
const PLAN = `${MBI}|[A-Z]{2}[0-9]{5}[A-Z]|9[0-9]{7}[A-Z]`;
// By state: Florida, Michigan, Minnesota, Maryland; Illinois; Wisconsin; New Jersey; Washington; New Hampshire; Iowa; Kentucky, Kansas;
// Indiana; Colorado. A letter and seven digits (California) is a number of any agency's, and digits alone are anything.
const LICENCE = [
  "[A-Z][0-9]{12}|[A-Z][0-9]{3}[- ][0-9]{3}[- ][0-9]{2}[- ][0-9]{3}[- ]?[0-9]|[A-Z][- ][0-9]{3}[- ][0-9]{3}[- ][0-9]{3}[- ][0-9]{3}",
  "[A-Z][0-9]{11}|[A-Z][0-9]{3}-[0-9]{4}-[0-9]{4}",
  "[A-Z][0-9]{13}|[A-Z][0-9]{3}-[0-9]{4}-[0-9]{4}-[0-9]{2}",
  "[A-Z][0-9]{14}|[A-Z][0-9]{4} [0-9]{5} [0-9]{5}",
  "WDL[A-Z0-9]{9}|[A-Z*]{7}[0-9]{3}[A-Z0-9]{2}",
  "[0-9]{2}[A-Z]{3}[0-9]{5}|[0-9]{3}[A-Z]{2}[0-9]{4}|[A-Z][0-9]{2}-[0-9]{3}-[0-9]{3}|K[0-9]{2}-[0-9]{2}-[0-9]{4}",
  "[0-9]{4}-[0-9]{2}-[0-9]{4}|[0-9]{2}-[0-9]{3}-[0-9]{4}",
].join("|");

/** What else a column holds, against which suspected rows are weighed: cells of each shape, whole. */
export const SHAPES = {
  numbers: "[^0-9A-Za-z]{0,3}[0-9]+(?:[.][0-9]+)?[^0-9A-Za-z]{0,3}",
  /** With the spaces and hyphens that cards are written with. */
  long_numbers: "[0-9](?:[- ]?[0-9]){12,18}",
  vehicle_numbers: VIN,
} as const;
/** Values that cannot identify anybody whatever they look like: keyed tokens, dates and times, numbers of up to eight digits. */
export const INNOCENT = `(?:${TOKEN_PATTERN})|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9:.]+Z?)?|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4}|-?[0-9]{1,8}(?:[.][0-9]{1,4})?`;
/** No form is shorter than this. */
export const SHORTEST = 6;
/** Without a digit, or a sign of an address, of a file or of a hash, only length can make text identify anybody. */
export const WORDS = "[^0-9@:/.=({[]*";

/** Every form, in the order in which a value is tried: the first that fits is what it is. */
export const valueForms: readonly ValueForm[] = [
  { identifier: "an e-mail address", pattern: EMAIL, sign: "@", refused: any },
  { identifier: "an e-mail address", pattern: EMAIL_SPACED, sign: "@", refused: any },
  { identifier: "an e-mail address", pattern: EMAIL_IN_WORDS, insensitive: true, refused: any },
  { identifier: "an e-mail address", pattern: EMAIL_INSIDE, whole: true, insensitive: true, refused: moreThanChance },
  { identifier: "a Social Security number", pattern: BARE_SSN, whole: true, refused: mostNumbers },
  { identifier: "a telephone number", pattern: BARE_PHONE, whole: true, refused: mostNumbers },
  { identifier: "a Social Security number", pattern: SSN, refused: any },
  { identifier: "a Social Security number", pattern: SSN_CALLED, insensitive: true, refused: any },
  { identifier: "a telephone number", pattern: PHONE, refused: any },
  { identifier: "a Social Security number", pattern: SSN_MIXED, refused: moreThanChance },
  { identifier: "a telephone number", pattern: PHONE_ABROAD, whole: true, sign: "+", refused: moreThanChance },
  { identifier: "a Social Security number", pattern: SPACED_DIGITS, whole: true, refused: everyOnesOwn },
  { identifier: "a Social Security number", pattern: ODD_SSN, whole: true, refused: everyOnesOwn },
  { identifier: "a telephone number", pattern: ODD_PHONE, whole: true, refused: everyOnesOwn },
  { identifier: "a photograph", pattern: PICTURE, insensitive: true, refused: any },
  { identifier: "a social media account", pattern: ACCOUNT, insensitive: true, refused: any },
  {
    identifier: "a web address",
    pattern: LINK,
    insensitive: true,
    // The same few addresses are those of agencies.
    refused: moreThanCodes,
  },
  {
    identifier: "a device number",
    pattern: IMEI,
    whole: true,
    check: "luhn",
    refused: ({ rows, long_numbers }) => rows > CHANCE_ROWS && rows > LUHN_SHARE * long_numbers,
  },
  { identifier: "a device number", pattern: MAC, whole: true, refused: moreThanChance },
  { identifier: "a health plan number", pattern: PLAN, whole: true, refused: everyOnesOwn },
  { identifier: "a driving licence number", pattern: LICENCE, whole: true, refused: everyOnesOwn },
  {
    identifier: "a card number",
    pattern: CARD,
    whole: true,
    check: "luhn",
    refused: ({ rows, long_numbers }) => rows > CHANCE_ROWS && rows > LUHN_SHARE * long_numbers,
  },
  {
    identifier: "a vehicle number",
    pattern: VIN,
    whole: true,
    check: "vin",
    refused: ({ rows, vehicle_numbers }) => rows > CHANCE_ROWS && rows > VIN_SHARE * vehicle_numbers,
  },
  { identifier: "a nine-digit ZIP code", pattern: "[0-9]{5}-[0-9]{4}", whole: true, refused: moreThanChance },
  { identifier: "an IP address", pattern: IP, whole: true, refused: moreThanCodes },
  { identifier: "an exact place", pattern: PLACE, whole: true, refused: any },
  { identifier: "a street address", pattern: STREET, insensitive: true, refused: any },
  { identifier: "a street address", pattern: BOX, insensitive: true, refused: any },
  { identifier: "a street address", pattern: STREET_IN_SPANISH, whole: true, insensitive: true, refused: everyOnesOwn },
  { identifier: "a street address", pattern: WEAK_STREET, whole: true, insensitive: true, refused: everyOnesOwn },
  { identifier: "a street address", pattern: ON_HIGHWAY, insensitive: true, refused: any },
  { identifier: "a street address", pattern: STREET_FIRST, whole: true, insensitive: true, refused: everyOnesOwn },
  { identifier: "a street address", pattern: FLAT, insensitive: true, refused: everyOnesOwn },
  { identifier: "an unsalted hash", pattern: HASH, whole: true, refused: someHashes },
  { identifier: "an unsalted hash", pattern: HASH_CUT, whole: true, also: ["[A-Fa-f]", "[0-9]"], refused: someHashes },
  {
    identifier: "an unsalted hash",
    pattern: HASH_PARTED,
    whole: true,
    also: ["[A-Fa-f]", "[0-9]"],
    refused: someHashes,
  },
  { identifier: "an unsalted hash", pattern: HASH_INSIDE, also: ["[A-Fa-f]"], refused: someHashes },
  { identifier: "an unsalted hash", pattern: HASH_NAMED, whole: true, insensitive: true, refused: someHashes },
  { identifier: "an unsalted hash", pattern: HASH_OF_64, whole: true, refused: someHashes },
  {
    identifier: "an unsalted hash",
    pattern: HASH_OF_64_BARE,
    whole: true,
    also: ["[a-z]", "[A-Z]", "[0-9]"],
    refused: everyOnesOwn,
  },
  { identifier: "an unsalted hash", pattern: HASH_OF_32, whole: true, also: ["[2-7]"], refused: everyOnesOwn },
  {
    identifier: "an unsalted hash",
    pattern: HASH_SHORT,
    whole: true,
    also: ["[A-Fa-f][0-9]+[A-Fa-f]", "[0-9][A-Fa-f]+[0-9]"],
    refused: everyOnesOwn,
  },
  { identifier: "free text", longer_than: TOO_LONG_TEXT, refused: any },
  {
    identifier: "free text",
    longer_than: LONG_TEXT,
    spaced: true,
    refused: ({ rows, filled, distinct }) =>
      rows > CHANCE_ROWS &&
      rows > LONG_TEXT_SHARE * filled &&
      (distinct > CODE_VALUES || (distinct > LEVELS && distinct > OWN_SHARE * filled)),
  },
];

/** Forms that are looked for in the header row too. */
export const HEADER_FORMS = [
  { identifier: "an e-mail address", pattern: new RegExp(EMAIL) },
  { identifier: "a Social Security number", pattern: new RegExp(`${SSN}|^${BARE_SSN}$`) },
  { identifier: "a telephone number", pattern: new RegExp(`${PHONE}|^${BARE_PHONE}$`) },
] as const;

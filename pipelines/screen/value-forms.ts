import { TOKEN_PATTERN } from "../../models/contract/field.ts";
import { quoteText } from "../warehouse.ts";

/** Rows a form may have by chance, where chance can make it. */
const CHANCE_ROWS = 3;
/** Share of a column's bare numbers above which nine or ten valid digits are identifiers and not amounts. */
const BARE_NUMBER_SHARE = 0.5;
/** Share of a column's 13- to 19-digit numbers that pass Luhn's check above which they are cards; one in ten passes by chance. */
const LUHN_SHARE = 0.5;
/** Share of a column's cells above which bare hashes refuse the file; the contract sets fewer of them aside as rows. */
const HASH_SHARE = 0.02;
/** Share of a column's cells above which long text is free text. */
const LONG_TEXT_SHARE = 0.02;
/** Text longer than this is long when it has a space in it, and too long for anything agreed from the second length on. */
export const LONG_TEXT = 40;
const TOO_LONG_TEXT = 200;
/** Up to this many different values a column is a list of codes or level words, however long they are. */
const CODE_VALUES = 12;

/** What a column holds besides the suspected rows, to tell an identifier from chance. */
export interface Evidence {
  rows: number;
  filled: number;
  numbers: number;
  long_numbers: number;
  distinct: number;
}

/** A form of value that identifies people: RE2 pattern or SQL condition, and how much of it is more than chance. */
interface ValueForm {
  identifier: string;
  when: (value: string) => string;
  refused: (evidence: Evidence) => boolean;
}

const within = (pattern: string) => (value: string) => `regexp_matches(${value}, ${quoteText(pattern)})`;
const whole = (pattern: string) => (value: string) => `regexp_full_match(${value}, ${quoteText(pattern)})`;
const any = () => true;
const moreThanChance = ({ rows }: Evidence) => rows > CHANCE_ROWS;
/** As many different rows as chance may have are too many when they are all that the column holds. */
const wholeColumn = ({ rows, filled, distinct }: Evidence) =>
  rows === CHANCE_ROWS && filled === CHANCE_ROWS && distinct === CHANCE_ROWS;
const mostNumbers = (evidence: Evidence) =>
  wholeColumn(evidence) || (moreThanChance(evidence) && evidence.rows > BARE_NUMBER_SHARE * evidence.numbers);

// Areas 000, 666 and 900 to 999, group 00 and serial 0000 were never issued; tax numbers (ITIN) begin with 9.
const AREA = "(?:00[1-9]|0[1-9][0-9]|[1-57-8][0-9]{2}|6[0-57-9][0-9]|66[0-57-9])";
const GROUP = "(?:0[1-9]|[1-9][0-9])";
const SERIAL = "(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})";
const ITIN_GROUP = "(?:5[0-9]|6[0-5]|7[0-9]|8[0-8]|9[0-24-9])";
// The same sign twice: two numbers with a decimal point between them are not one number in three parts.
const SSN_PARTS = ["-", " +", "[.]", "/", "_", " - "]
  .flatMap((sign) => [`${AREA}${sign}${GROUP}${sign}${SERIAL}`, `9[0-9]{2}${sign}${ITIN_GROUP}${sign}[0-9]{4}`])
  .join("|");
export const SSN = `(?:^|[^0-9.-]|[^0-9][.-])(?:${SSN_PARTS})(?:$|[^0-9-])`;
export const PHONE =
  "(?:^|[^0-9A-Za-z.-])(?:[+]?1[-. ]?)?(?:[(][2-9][0-9]{2}[)] ?|[2-9][0-9]{2}[-. ])[2-9][0-9]{2}[-. ][0-9]{4}(?:$|[^0-9-])";
export const EMAIL = "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:[.][A-Za-z0-9-]+)*[.][A-Za-z]{2,}";
// A pattern is tried where a plain search finds what it cannot do without: five times as fast over words.
const withSign = (sign: string, pattern: string) => (value: string) =>
  `(contains(${value}, ${quoteText(sign)}) and ${within(pattern)(value)})`;
const SUFFIX =
  "street|st|avenue|ave|av|road|rd|boulevard|blvd|drive|dr|lane|ln|court|ct|circle|cir|place|pl|terrace|ter|trail|trl|parkway|pkwy|highway|hwy|square|sq|alley|cove|cv|way|loop|pike";
const STREET = `(?i)^[0-9]{1,6}[a-z]?(?: [nsew]{1,2}[.]?)?(?: [a-z0-9.'-]+){1,4} (?:${SUFFIX})(?:[., ].*)?$`;
const BOX = "(?i)\\bp[.]? ?o[.]? ?box [0-9]+";
const OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
const IP = `(?:${OCTET}[.]){3}${OCTET}|(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}|(?:[0-9A-Fa-f]{1,4}:){1,6}(?::[0-9A-Fa-f]{1,4}){1,6}`;
const PLACE = "[(]?[-+]?[0-9]{1,2}[.][0-9]{3,}[,;] ?[-+]?[0-9]{1,3}[.][0-9]{3,}[)]?";
const HASH = "(?:0x)?(?:[0-9A-Fa-f]{32}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}|[0-9A-Fa-f]{128})";
const BARE_SSN = `'?${AREA}${GROUP}${SERIAL}(?:[.]0)?`;
const BARE_PHONE = "'?1?[2-9][0-9]{2}[2-9][0-9]{6}(?:[.]0)?";
const CARD = "[3-6][0-9]{3}[- ]?[0-9]{4}[- ]?[0-9]{2,4}[- ]?[0-9]{1,7}";

export const NUMBER = "'?-?[0-9]+(?:[.][0-9]+)?";
/** Digits of a long number, with the spaces and hyphens that cards are written with. */
export const LONG_NUMBER = "[0-9](?:[- ]?[0-9]){12,18}";
/** Values that cannot identify anybody whatever they look like: keyed tokens, dates and times, numbers of up to eight digits. */
export const INNOCENT = `${TOKEN_PATTERN}|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9:.]+Z?)?|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4}|-?[0-9]{1,8}(?:[.][0-9]{1,4})?`;
/** No form is shorter than this. */
export const SHORTEST = 6;
/** Without a digit or an at sign only length can make text identify anybody. */
export const WORDS = "[^0-9@]*";

const luhn = (value: string) => {
  const digits = `regexp_replace(${value}, '[^0-9]', '', 'g')`;
  const doubled = (digit: string) => `(2 * ${digit} - case when ${digit} > 4 then 9 else 0 end)`;
  const digit = `cast(substr(reverse(${digits}), cast(i as bigint), 1) as integer)`;
  const sum = `list_sum(list_transform(range(1, length(${digits}) + 1), lambda i : case when i % 2 = 0 then ${doubled(digit)} else ${digit} end))`;
  // CASE, unlike AND, leaves the sum undone for every other value.
  return `case when regexp_full_match(${value}, ${quoteText(CARD)}) then length(${digits}) between 13 and 19 and ${sum} % 10 = 0 else false end`;
};

/** Every form, in the order in which a value is tried: the first that fits is what it is. */
export const valueForms = [
  { identifier: "an e-mail address", when: withSign("@", EMAIL), refused: any },
  { identifier: "a Social Security number", when: whole(BARE_SSN), refused: mostNumbers },
  { identifier: "a telephone number", when: whole(BARE_PHONE), refused: mostNumbers },
  { identifier: "a Social Security number", when: within(SSN), refused: any },
  { identifier: "a telephone number", when: within(PHONE), refused: any },
  {
    identifier: "a card number",
    when: luhn,
    refused: ({ rows, long_numbers }) => rows > CHANCE_ROWS && rows > LUHN_SHARE * long_numbers,
  },
  { identifier: "a nine-digit ZIP code", when: whole("[0-9]{5}-[0-9]{4}"), refused: moreThanChance },
  { identifier: "an IP address", when: whole(IP), refused: moreThanChance },
  { identifier: "an exact place", when: whole(PLACE), refused: any },
  { identifier: "a street address", when: within(STREET), refused: any },
  { identifier: "a street address", when: within(BOX), refused: any },
  {
    identifier: "an unsalted hash",
    when: whole(HASH),
    // One hash all the way down is the number of an export, not of a person.
    refused: ({ rows, filled, distinct }) => rows > CHANCE_ROWS && rows > HASH_SHARE * filled && distinct > 1,
  },
  { identifier: "free text", when: (value) => `length(${value}) > ${TOO_LONG_TEXT}`, refused: any },
  {
    identifier: "free text",
    when: (value) => `(length(${value}) > ${LONG_TEXT} and contains(${value}, ' '))`,
    refused: ({ rows, filled, distinct }) =>
      rows > CHANCE_ROWS && rows > LONG_TEXT_SHARE * filled && distinct > CODE_VALUES,
  },
] as const satisfies readonly ValueForm[];

/** Forms that are looked for in the header row too. */
export const HEADER_FORMS = [
  { identifier: "an e-mail address", pattern: new RegExp(EMAIL) },
  { identifier: "a Social Security number", pattern: new RegExp(`${SSN}|^${BARE_SSN}$`) },
  { identifier: "a telephone number", pattern: new RegExp(`${PHONE}|^${BARE_PHONE}$`) },
] as const;

import { givenNames, surnames } from "../../data/reference/common-names.ts";
import { columnWords } from "./column-words.ts";
import { isAlsoWord } from "./name-words.ts";
import { plainText } from "./plain-text.ts";
import { BARE_PHONE, BARE_SSN, EMAIL, PHONE, SSN, SSN_CALLED } from "./value-forms.ts";

const LONGEST_NAME = 300;
const ENDINGS = /(?:[.](?:csv|txt|tsv|xlsx?|json|gz|zip|arrow|parquet))+$/i;
const DAY = "(?:0[1-9]|[12][0-9]|3[01])";
const MONTH = "(?:0[1-9]|1[0-2])";
const SIGN = "[-._ ]?";
/** Nobody exported anything into a network's folder before 2000, and most people were born before. */
const BORN = "19[0-9]{2}";
const alone = (pattern: string) => new RegExp(`(?:^|[^0-9])(?:${pattern})(?:$|[^0-9])`);

const MONTH_AND_YEAR = new RegExp(`(?:^|[^0-9])[0-9]{3}([-._ ])${MONTH}\\1(?:19|20)[0-9]{2}(?:$|[^0-9])`);
const forms = [
  { identifier: "an e-mail address", pattern: new RegExp(EMAIL) },
  { identifier: "a Social Security number", pattern: new RegExp(SSN), unless: MONTH_AND_YEAR },
  { identifier: "a telephone number", pattern: new RegExp(PHONE) },
  { identifier: "a Social Security number", pattern: new RegExp(`${SSN_CALLED}|^${BARE_SSN}$`, "i") },
  { identifier: "a telephone number", pattern: new RegExp(`^${BARE_PHONE}$`) },
  { identifier: "a date of birth", pattern: alone(`${BORN}${SIGN}${MONTH}${SIGN}${DAY}`) },
  { identifier: "a date of birth", pattern: alone(`(?:${MONTH}${SIGN}${DAY}|${DAY}${SIGN}${MONTH})${SIGN}${BORN}`) },
  {
    identifier: "a date of birth",
    pattern: /(?:^|[^a-z])(?:dob|born|birth|nacid[oa])[-._ ]*[0-9]{1,4}[-._ ]?[0-9]{1,2}/i,
  },
];

/** The kind of identifier in a file's name, or null; days on which exports are made pass. */
export function identifierInFileName(name: string): string | null {
  const stem = plainText(name.slice(0, LONGEST_NAME)).replace(ENDINGS, "");
  const spaced = stem.replaceAll(/_|(?<=\p{L})-/gu, " ");
  const fits = ({ pattern, unless }: (typeof forms)[number]) =>
    [stem, spaced].some((each) => pattern.test(each) && !unless?.test(each));
  return forms.find(fits)?.identifier ?? (namesPerson(stem) ? "a person's name" : null);
}

/** Words behind a name that make it an organisation's. */
const ORGANISATIONS =
  /^(?:cent(?:er|re)s?|house|homes?|hall|foundation|ministr(?:y|ies)|mission|clinic|schools?|academy|institute|church|county|programs?|projects?|services?|shelter|college|university|hospital|fund|trust|library|park|street|inc|llc)$/;

/** Whether a given name and a surname stand beside each other, one of which at least is no word. */
function namesPerson(stem: string): boolean {
  const words = columnWords(stem)
    .split(" ")
    .filter((word) => /^\p{L}{2,}$/u.test(word));
  return words.some((word, at) => {
    const next = words[at + 1] ?? "";
    const isName = (givenNames.has(word) && surnames.has(next)) || (surnames.has(word) && givenNames.has(next));
    return isName && !(isAlsoWord(word) && isAlsoWord(next)) && !ORGANISATIONS.test(words[at + 2] ?? "");
  });
}

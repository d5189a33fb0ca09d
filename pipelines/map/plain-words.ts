/** Short forms in column names, and the words they stand for. */
const SHORT: Readonly<Record<string, string>> = {
  dt: "date",
  dte: "date",
  cd: "code",
  amt: "amount",
  hrs: "hours",
  hr: "hour",
  wkly: "weekly",
  hrly: "hourly",
  rsn: "reason",
  pgm: "program",
  prog: "program",
  svc: "service",
  srvc: "service",
  svcs: "services",
  part: "participant",
  cnty: "county",
  vet: "veteran",
  disab: "disability",
  lang: "language",
  eth: "ethnicity",
  rel: "relationship",
  reln: "relationship",
  enrl: "enrollment",
  enr: "enrollment",
  assess: "assessment",
  asmt: "assessment",
  emp: "employer",
  cred: "credential",
  ref: "referral",
  dest: "destination",
  num: "number",
  mo: "month",
  org: "organization",
  childrens: "children",
};

/**
 * A name or a cell as plain lower-case words: without accents and signs, `entryDate` and `ENTRY_DATE` as `entry
 * date`.
 */
export function plainWords(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The words of a column's name, short forms written out. */
export function columnWords(column: string): string[] {
  const words = plainWords(column).split(" ").filter(Boolean);
  return words.map((word) => (Object.hasOwn(SHORT, word) ? SHORT[word]! : word));
}

/** The names in a list of the contract's. */
export const namesIn = (list: string | undefined): string[] => (list ? list.split(", ") : []);

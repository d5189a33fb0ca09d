/** Every character that is nothing but space: Unicode's blanks, tabs, line ends, and the marks without width that spreadsheets leave behind. */
const BLANKS = [
  ..."\t\n\v\f\r \u0085\u00a0\u1680\u180e",
  ..."\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b",
  ..."\u2028\u2029\u202f\u205f\u2060\u3000\ufeff",
];

/** The same characters, for a class of a regular expression. */
export const BLANK = BLANKS.join("");

const AROUND = new RegExp(`^[${BLANK}]+|[${BLANK}]+$`, "gu");

const isSolid = (code: number) => code > 0x20 && code < 0x7f;

/** What a cell says: its text without the blanks around it, null when nothing is left. */
export function cellText(cell: string | null): string | null {
  if (cell && isSolid(cell.charCodeAt(0)) && isSolid(cell.charCodeAt(cell.length - 1))) return cell;
  return cell?.replaceAll(AROUND, "") || null;
}

/** The same of a column, in SQL; cells of plain ASCII take the short way. */
export function cellTextSql(column: string): string {
  const blanks = BLANKS.map((blank) => `chr(${blank.codePointAt(0)})`).join(" || ");
  return `nullif(case when regexp_matches(${column}, '[^ -~]') then trim(${column}, ${blanks}) else trim(${column}) end, '')`;
}

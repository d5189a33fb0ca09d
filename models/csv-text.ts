/** Quotes a text and stops a spreadsheet from reading it as a formula, full-width signs and leading spaces included. */
export function csvText(text: string): string {
  const risky = /^[=+\-@\t\r\n]/.test(text.normalize("NFKC").trimStart()) || /^[\t\r\n]/.test(text);
  return `"${(risky ? `'${text}` : text).replaceAll('"', '""')}"`;
}

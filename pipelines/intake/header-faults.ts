import type { Finding } from "../findings.ts";

type HeaderFinding = Extract<
  Finding,
  { code: "no-header" | "unnamed-column" | "duplicate-column" | "reserved-column" | "too-many-columns" }
>;
export type HeaderFault = Pick<HeaderFinding, "code" | "facts">;

/** A table of more columns cannot be held in the memory that screening is given. */
const MOST_COLUMNS = 5000;

/** What is wrong with a table of so many columns: nothing, or that they are more than can be screened. */
export const tooManyColumns = (file: string, columns: number): HeaderFault[] =>
  columns > MOST_COLUMNS ? [{ code: "too-many-columns", facts: { file, columns, limit: MOST_COLUMNS } }] : [];

/** What is wrong with a header as such, before anybody asks what its columns mean. */
export function headerFaults(file: string, header: readonly string[] | null): HeaderFault[] {
  if (!header) return [{ code: "no-header", facts: { file } }];
  const seen = new Set<string>();
  return header.flatMap((name, index): HeaderFault[] => {
    if (/^_(row|n)$/i.test(name)) return [{ code: "reserved-column", facts: { file, column: name } }];
    if (name === "") return [{ code: "unnamed-column", facts: { file, position: index + 1 } }];
    const key = name.toLowerCase();
    if (seen.has(key)) return [{ code: "duplicate-column", facts: { file, column: name } }];
    seen.add(key);
    return [];
  });
}

/** A table of rules with the day it begins to hold, and where its numbers were read. */
export interface Dated {
  /** `YYYY-MM-DD`; it holds until the next one of its program. */
  from: string;
  source: string;
  /** Whether every number was read in the source, or some are general knowledge that nobody has looked up. */
  checked: "read in the source" | "partly general knowledge" | "general knowledge";
}

/** The latest of the tables that hold on a day; throws where none does. */
export function inForce<T extends Dated>(tables: readonly T[], day: string): T {
  const found = tables.filter(({ from }) => from <= day).sort((a, b) => a.from.localeCompare(b.from));
  const last = found.at(-1);
  if (last === undefined) throw new Error(`no rules in force on ${day}`);
  return last;
}

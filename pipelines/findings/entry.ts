/** What a finding does to its file. `refused`: nothing of the file is kept; `stopped`: the last good file stays in use. */
export type Outcome = "refused" | "stopped" | "noted";

/** What is wrong, and what to do about it; empty when there is nothing to do. Never a cell's value. */
export type Said = readonly [what: string, advice: string];

/** What each finding of a family does and says, by its code. */
export type Entries<Facts> = {
  readonly [Code in keyof Facts]: { outcome: Outcome; says: (facts: Facts[Code]) => Said };
};

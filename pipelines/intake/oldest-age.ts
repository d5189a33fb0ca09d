import type { RecordKind } from "../../models/contract/field.ts";

/** Ages above the oldest of the contract, as text: 90 stands for 90 and over. */
export const OLDER = "9[1-9]|1[0-2][0-9]";

const AGES = new Set(["age", "age_at_entry"]);

/** The ages of a record kind, and the oldest each can be. */
export const ageFields = ({ fields }: RecordKind): { name: string; oldest: number }[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    AGES.has(name) && field.type === "integer" ? [{ name, oldest: field.max }] : [],
  );

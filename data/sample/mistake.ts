import { createHash } from "node:crypto";
import { recordKind } from "../../models/contract/catalogue.ts";
import { type DateFormat, dateText, writeDate } from "./calendar.ts";
import type { Column } from "./dialect.ts";
import type { Random } from "./random.ts";
import type { Row } from "./row.ts";

/** A row about to be written, as its cells. */
interface Draft {
  cells: string[];
  row: Row;
  dates: DateFormat;
  random: Random;
}

/** One kind of mistake in one feed: makes a right row wrong. */
export interface Mistake {
  reason: string;
  make: (draft: Draft) => void;
}

/** The reason of rows sent twice; the writer repeats the row, the cells stay as they are. */
export const SENT_TWICE = "duplicate_key";

/** The mistakes that can be made in a feed of these columns. */
export function mistakesIn(record: string, columns: readonly Column[]): Mistake[] {
  return [
    ...columns.flatMap((column, at) => cellMistakes(column, at, record)),
    ...datesInWrongOrder(record, columns),
    { reason: "too_few_fields", make: ({ cells }) => void cells.pop() },
    { reason: "too_many_fields", make: ({ cells }) => void cells.push("x") },
    { reason: SENT_TWICE, make: () => undefined },
  ];
}

function cellMistakes({ field, domain }: Column, at: number, record: string): Mistake[] {
  const wrong = (reason: string, cell: (draft: Draft) => string): Mistake => ({
    reason,
    make: (draft) => {
      draft.cells[at] = cell(draft);
    },
  });
  if (domain === "housing") return [wrong("score_7", () => "7")];
  if (!field) return [];
  if (field.type === "date" && field.required) return [wrong("impossible_date", impossibleDate)];
  if (field.type === "code" && field.required) return [wrong("unknown_word", () => "To be confirmed")];
  if (field.type === "integer" && field.name.startsWith("age")) return [wrong("age_140", () => "140")];
  if (field.name === "person_token") return [wrong("missing_token", () => ""), wrong("bare_hash", bareHash)];
  if (field.name === "enrollment_token" && record === "assessment_score")
    return [wrong("no_such_episode", strangerOf(at))];
  return [];
}

function impossibleDate({ dates }: Draft): string {
  return writeDate(dates, "2024", "02", "30");
}

function bareHash({ random }: Draft): string {
  return createHash("sha256").update(String(random.real())).digest("hex");
}

function strangerOf(at: number): (draft: Draft) => string {
  return ({ cells, random }) =>
    cells[at]!.slice(0, -26) + Array.from({ length: 26 }, () => random.pick(LETTERS)).join("");
}

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/** An exit before the entry, and the like, from the contract's own rules. */
function datesInWrongOrder(record: string, columns: readonly Column[]): Mistake[] {
  return recordKind(record).rules.flatMap((rule) => {
    if (rule.form !== "not_before") return [];
    const at = columns.findIndex((column) => column.field?.name === rule.field);
    if (at < 0) return [];
    const make = ({ cells, row, dates }: Draft) => {
      cells[at] = dateText((row[rule.than] as number) - 9, dates);
    };
    return [{ reason: rule.id, make }];
  });
}

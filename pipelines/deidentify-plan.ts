import { recordKind } from "../models/contract/catalogue.ts";
import type { Field, TokenOf } from "../models/contract/field.ts";
import { agreedColumns } from "./intake/agreed-columns.ts";
import type { TableFeed } from "./network.ts";
import { screenHeader } from "./screen/screen-header.ts";
import { ZIP_FIELD } from "./zip-area.ts";

/** What becomes of a column of a partner's file before it is sent. `under` is a token's name where its own would refuse the file; of a marked one only whether a cell is filled is told; an emptied one keeps its name alone. */
export type Plan =
  | { column: string; as: "token"; of: TokenOf; under: string }
  | { column: string; as: "age" | "area" | "kept" | "marked" }
  | { column: string; as: "dropped" | "emptied"; identifier: string };

/** An age that is not in the file and is made from a date of birth and the day it is to be true on. */
export interface MadeAge {
  column: string;
  born: string;
  on: string;
  dates: TableFeed["dates"];
}

const AGES = { age: "age_on", age_at_entry: "entered_on" } as const;

/** What becomes of each column of a header, for the tables that are made of it. Only columns the mapping gives a meaning are kept; ids become tokens. */
export function plansOf(file: string, header: readonly string[], feeds: readonly TableFeed[]): Plan[] {
  return header.map((column): Plan => {
    const meant = feeds.flatMap((feed) => meanings(feed, column));
    const decides = feeds.some(({ only_with }) => only_with === column);
    const isAgreed = meant.length > 0 || decides;
    const [identifying] = screenHeader(file, [column], new Set(isAgreed ? [column] : []));
    const token = meant.find(({ field }) => field?.type === "token");
    if (token?.field?.type === "token")
      return { column, as: "token", of: token.field.of, under: identifying ? token.name : column };
    if (identifying) return { column, as: "dropped", identifier: identifying.facts.identifier };
    if (!isAgreed) return { column, as: "dropped", identifier: "something the mapping gives no meaning" };
    if (meant.length === 0) return { column, as: "marked" };
    if (meant.some(({ name }) => name === ZIP_FIELD)) return { column, as: "area" };
    return { column, as: meant.some(({ name }) => name in AGES) ? "age" : "kept" };
  });
}

/** The fields a column fills in a table. */
function meanings(feed: TableFeed, column: string): { name: string; field: Field | undefined }[] {
  const { fields } = recordKind(feed.record);
  const agreed = agreedColumns(feed).filter((each) => each.column === column);
  return agreed.map(({ field: name }) => ({ name, field: fields[name] }));
}

/** The ages the mapping asks for by columns that the file has not, where it has a date of birth and the day. */
export function madeAges(plans: readonly Plan[], feeds: readonly TableFeed[]): MadeAge[] {
  const has = (column: string | undefined) => plans.some((plan) => plan.column === column);
  const born = plans.find((plan) => plan.as === "dropped" && plan.identifier === "a date of birth")?.column;
  const made = feeds.flatMap(({ columns, dates }) =>
    Object.entries(AGES).flatMap(([age, on]) => {
      const column = columns[age]?.from;
      const day = columns[on]?.from;
      return column && day && born && !has(column) && has(day) ? [{ column, born, on: day, dates }] : [];
    }),
  );
  return [...new Map(made.map((age) => [age.column, age])).values()];
}

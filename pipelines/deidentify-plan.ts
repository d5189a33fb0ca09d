import { recordKind } from "../models/contract/catalogue.ts";
import type { TokenOf } from "../models/contract/field.ts";
import { agreedColumns } from "./intake/agreed-columns.ts";
import type { TableFeed } from "./network.ts";
import { screenHeader } from "./screen/screen-header.ts";

/** What becomes of a column of a partner's file before it is sent. `under` is a token's name where its own would refuse the file. */
export type Plan =
  | { column: string; as: "token"; of: TokenOf; under: string }
  | { column: string; as: "age" | "kept" }
  | { column: string; as: "dropped"; identifier: string };

/** An age that is not in the file and is made from a date of birth and the day it is to be true on. */
export interface MadeAge {
  column: string;
  born: string;
  on: string;
}

const AGES = { age: "age_on", age_at_entry: "entered_on" } as const;

/** What becomes of each column of a header. Only columns the mapping gives a meaning are kept; ids become tokens. */
export function plansOf(file: string, header: readonly string[], feed: TableFeed): Plan[] {
  const { fields } = recordKind(feed.record);
  const agreed = agreedColumns(feed);
  return header.map((column): Plan => {
    const meant = agreed.filter((each) => each.column === column).map(({ field }) => field);
    const [identifying] = screenHeader(file, [column], new Set(meant.length > 0 ? [column] : []));
    const token = meant.find((name) => fields[name]?.type === "token");
    const field = token === undefined ? undefined : fields[token];
    if (field?.type === "token") return { column, as: "token", of: field.of, under: identifying ? token! : column };
    if (identifying) return { column, as: "dropped", identifier: identifying.facts.identifier };
    if (meant.length === 0) return { column, as: "dropped", identifier: "something the mapping gives no meaning" };
    return { column, as: meant.some((name) => name in AGES) ? "age" : "kept" };
  });
}

/** The ages the mapping asks for by columns that the file has not, where it has a date of birth and the day. */
export function madeAges(plans: readonly Plan[], feed: TableFeed): MadeAge[] {
  const has = (column: string | undefined) => plans.some((plan) => plan.column === column);
  const born = plans.find((plan) => plan.as === "dropped" && plan.identifier === "a date of birth")?.column;
  return Object.entries(AGES).flatMap(([age, on]) => {
    const column = feed.columns[age]?.from;
    const day = feed.columns[on]?.from;
    return column && day && born && !has(column) && has(day) ? [{ column, born, on: day }] : [];
  });
}

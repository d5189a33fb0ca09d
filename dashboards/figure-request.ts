import { parse } from "yaml";
import { slices } from "../models/figure-key.ts";
import type { FigureKey } from "../models/published.ts";
import type { Slice } from "./lookup.ts";

const periodKinds: readonly FigureKey["period_kind"][] = ["all", "year", "quarter"];

/** What a page asks for in a fenced block: one figure, or with `series: each` one for every series. */
export interface FigureRequest {
  /** Unique on the page; the name of the figure's anchor and of its CSV file. */
  id: string;
  chart: string;
  measure: string;
  /** A series id, `all` of them in one chart, or `each` in a figure of its own. */
  series: string;
  slice: Slice;
  /** A member id, or `each` for one row per member. */
  member: string;
  period_kind: FigureKey["period_kind"];
  period: string;
  /** The rate drawn, where the chart draws one. */
  rate: string;
  /** The member of the same slice, or `network`, that the figure is read against; empty for none. */
  against: string;
  /** The partner whose programs are meant, in the program slice. */
  within: string;
  /** The kind of partners or the tier of programs that are drawn together, or `each` for a figure of every one. */
  group: string;
  /** First day of a change, `YYYY-MM-DD`: a control chart is then judged by what came before it. */
  changed_on: string;
}

const defaults: Omit<FigureRequest, "id" | "chart" | "measure"> = {
  series: "all",
  slice: "network",
  member: "network",
  period_kind: "all",
  period: "to-date",
  rate: "",
  against: "",
  within: "",
  group: "",
  changed_on: "",
};

function oneOf<T extends string>(allowed: readonly T[], key: string, value: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new Error(`unknown ${key} in a figure: ${value}`);
  return found;
}

/** Reads the YAML of a fenced block; `{partner}` and the like stand for the page's parameters. */
export function readFigureRequest(source: string, params: Readonly<Record<string, string>>): FigureRequest {
  const spec: unknown = parse(source.replace(/\{(\w+)\}/g, (word, name: string) => params[name] ?? word));
  if (typeof spec !== "object" || spec === null) throw new Error(`not a figure: ${source.trim()}`);
  const known = ["id", "chart", "measure", ...Object.keys(defaults)];
  for (const key of Object.keys(spec)) if (!known.includes(key)) throw new Error(`unknown word in a figure: ${key}`);
  const words = {
    ...defaults,
    ...Object.fromEntries(Object.entries(spec).map(([key, value]) => [key, String(value)])),
  };
  const need = (key: "id" | "chart" | "measure") => {
    const value = (words as Readonly<Record<string, string>>)[key];
    if (value === undefined) throw new Error(`a figure without ${key}: ${source.trim()}`);
    return value;
  };
  return {
    ...words,
    id: need("id"),
    chart: need("chart"),
    measure: need("measure"),
    slice: oneOf(slices, "slice", words.slice),
    period_kind: oneOf(periodKinds, "period_kind", words.period_kind),
  };
}

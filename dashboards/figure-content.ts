import type {
  PublishedCell,
  PublishedMedian,
  PublishedRate,
  PublishedStandardised,
  PublishedSum,
} from "../models/published.ts";
import type { Frame } from "./charts/frame.ts";
import type { FigureRequest } from "./figure-request.ts";
import type { Lookup } from "./lookup.ts";
import type { Missing } from "./sentences/status-words.ts";

/** A color of the chart and what it stands for; `shape` tells it apart without color. */
export interface KeyEntry {
  title: string;
  fill: string;
  shape?:
    | "box"
    | "point"
    | "ring"
    | "lozenge"
    | "square"
    | "band"
    | "range"
    | "hatch"
    | "dot"
    | "diamond"
    | "line"
    | "dash"
    | "dashdot"
    | "dots";
}

/** A cell of the data table: its words, and the status if it has no number. */
export interface TableCell {
  words: string;
  missing: Missing | null;
}

/** The figure's numbers as a table; the first column names the row. */
export interface DataTable {
  columns: readonly string[];
  rows: readonly { name: string; cells: readonly TableCell[] }[];
}

/** Everything a figure says, before it is HTML. */
export interface FigureContent {
  /** One sentence that stands in place of the whole figure, where a picture would mislead. */
  instead?: string;
  headline: string;
  subtitle: string;
  /** What the figure is called where there is nothing to draw; its subtitle when left out. */
  name?: string;
  /** Kind of chart, as a screen reader begins the description of the picture. */
  kind: string;
  key: readonly KeyEntry[];
  /** Widths in pixels at which the chart is drawn: wide then narrow, or a single one for both. */
  widths: readonly number[];
  draw(frame: Frame): SVGElement;
  summary: readonly string[];
  table: DataTable;
  /** How many people the figure rests on, in words. */
  n: string;
  /** Every published row behind the figure, as it goes into the CSV file. */
  rows: readonly (PublishedCell | PublishedRate | PublishedMedian | PublishedSum | PublishedStandardised)[];
  /** What a figure rests on that is not about people: in place of the measure's source, definition and rows. */
  reference?: Reference;
}

/** Where a figure that rests on public rules comes from; its data file is written as it stands. */
export interface Reference {
  source: string;
  /** Of the definitions page. */
  definition: { anchor: string; title: string };
  csv: string;
}

/** Makes the content of one kind of figure. */
export type FigureMaker = (request: FigureRequest, lookup: Lookup) => FigureContent;

/** Widths of a chart that is drawn twice. */
export const WIDE_AND_NARROW = [760, 330] as const;

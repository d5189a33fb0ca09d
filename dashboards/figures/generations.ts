import type { PublishedCell } from "../../models/published.ts";
import { countChart } from "../charts/count-chart.ts";
import { wordsCell } from "../data-table.ts";
import { type FigureMaker, WIDE_AND_NARROW } from "../figure-content.ts";
import type { FigureRequest } from "../figure-request.ts";
import type { Lookup } from "../lookup.ts";
import { countWords, dayWords, listWords, rangeOfN } from "../sentences/numbers.ts";
import { statusWords } from "../sentences/status-words.ts";
import { firstMissing, keyOf } from "./find-rows.ts";

const CHILDREN = "under_18";
const UNKNOWN = "unknown";

/** Bands of ages that are counted together, each cell of them. */
interface Generation {
  title: string;
  cells: readonly PublishedCell[];
}

function generationsOf(request: FigureRequest, lookup: Lookup): Generation[] {
  const of = (keep: (member: string) => boolean) =>
    lookup.members("age_band").flatMap(({ id }) => {
      const cell = lookup.cell({ ...keyOf(request, request.series), slice: "age_band", member: id }, "people");
      return keep(id) && cell !== undefined ? [cell] : [];
    });
  return [
    { title: "Children (under 18)", cells: of((id) => id === CHILDREN) },
    { title: "Adults (18 and over)", cells: of((id) => id !== CHILDREN && id !== UNKNOWN) },
    { title: "Age not known", cells: of((id) => id === UNKNOWN) },
  ].filter(({ cells }) => cells.length > 0);
}

/** Children and adults served, added up from bands of ages that are shown; none where one of these is not. */
export const generations: FigureMaker = (request, lookup) => {
  const rows = generationsOf(request, lookup).map(({ title, cells }) => {
    const missing = firstMissing(cells);
    const value = missing === null ? cells.reduce((sum, cell) => sum + (cell.value ?? 0), 0) : null;
    return { title, cells, missing, value };
  });
  const said = rows.flatMap(({ title, value }) =>
    value === null ? [] : [`${title.split(" (")[0]!.toLowerCase()} ${countWords(value)}`],
  );
  return {
    ...(rows.length === 0 ? { instead: "Adults and children served: ages are not told apart" } : {}),
    kind: "Bar chart",
    key: [],
    widths: WIDE_AND_NARROW,
    draw: (frame) =>
      countChart(
        frame,
        rows.map(({ title, missing, value }) => ({
          ...{ label: title, aside: value === null ? "" : countWords(value), missing },
          range: value === null ? null : { low: value, high: value },
        })),
        "bar",
        "People",
      ),
    table: {
      columns: ["Age at first entry", "People"],
      rows: rows.map(({ title, missing, value }) => ({
        name: title,
        cells: [missing === null ? wordsCell(countWords(value ?? 0)) : { words: statusWords[missing], missing }],
      })),
    },
    rows: rows.flatMap(({ cells }) => cells),
    headline:
      said.length === 0
        ? "Adults and children served: no count can be shown"
        : `People served by age: ${listWords(said)}`,
    subtitle: `People served by age at the first entry, whole network, to ${dayWords(lookup.release.as_of)}`,
    summary: ["A group is the sum of its bands of ages, and is not shown where one of these is withheld."],
    n: rangeOfN(
      rows.map(({ value }) => value),
      "n = ",
    ),
  };
};

import type { PublishedCell, PublishedPeriod } from "../../models/published.ts";
import { countChart } from "../charts/count-chart.ts";
import { countCell, wordsCell } from "../data-table.ts";
import { type FigureMaker, type TableCell, WIDE_AND_NARROW } from "../figure-content.ts";
import type { FigureRequest } from "../figure-request.ts";
import type { Lookup } from "../lookup.ts";
import { newAndContinuingHeadline } from "../sentences/new-and-continuing.ts";
import { countWords, dayWords } from "../sentences/numbers.ts";
import { type Missing, missingSentences, statusWords } from "../sentences/status-words.ts";
import { firstMissing, keyOf } from "./find-rows.ts";

interface Year extends PublishedPeriod {
  came: PublishedCell;
  left: PublishedCell;
  /** Came before the year and had not left when it began; null where an earlier year is not shown, for the reason given. */
  continuing: number | null;
  reason: Missing | null;
}

function yearsOf(request: FigureRequest, lookup: Lookup): Year[] {
  const before: PublishedCell[] = [];
  let there = 0;
  return lookup.periods("year").flatMap((year) => {
    const key = { ...keyOf(request, request.series), period_kind: "year" as const, period: year.period };
    const [came, left] = [lookup.cell(key, "new"), lookup.cell(key, "left")];
    if (came === undefined || left === undefined) return [];
    const reason = firstMissing(before);
    const row: Year = { ...year, came, left, reason, continuing: reason === null ? there : null };
    there += (came.value ?? 0) - (left.value ?? 0);
    before.push(came, left);
    return [row];
  });
}

const numberCell = (value: number | null, reason: Missing | null): TableCell =>
  value === null && reason !== null
    ? { words: statusWords[reason], missing: reason }
    : wordsCell(countWords(value ?? 0));

function drawnRows({ title, came, continuing, reason }: Year) {
  const row = (what: string, value: number | null, missing: Missing | null) => ({
    ...{ label: `${title}, ${what}`, aside: value === null ? "" : countWords(value) },
    missing: value === null ? missing : null,
    range: value === null ? null : { low: value, high: value },
  });
  return [row("new", came.value, firstMissing([came])), row("continuing", continuing, reason)];
}

/** Times of taking part that begin in each year and that go on from the year before, worked out from entries and exits. */
export const newAndContinuing: FigureMaker = (request, lookup) => {
  const years = yearsOf(request, lookup);
  const takingPart = ({ came, continuing, reason }: Year) => {
    const value = came.value === null || continuing === null ? null : came.value + continuing;
    return numberCell(value, reason ?? firstMissing([came]));
  };
  return {
    kind: "Bar chart",
    key: [],
    widths: WIDE_AND_NARROW,
    draw: (frame) => countChart(frame, years.flatMap(drawnRows), "bar", "Times of taking part"),
    table: {
      columns: ["Year", "New entries", "Continuing entries", "Taking part in the year", "Exits in the year"],
      rows: years.map((year) => ({
        name: year.title,
        cells: [countCell(year.came), numberCell(year.continuing, year.reason), takingPart(year), countCell(year.left)],
      })),
    },
    rows: years.flatMap(({ came, left }) => [came, left]),
    headline: newAndContinuingHeadline(
      years.map(({ title, came, continuing }) => ({ title, came: came.value, continuing })),
    ),
    subtitle: `Times of taking part by program year, new and continuing, whole network, to ${dayWords(lookup.release.as_of)}`,
    summary: [
      "New entries are those in the year. Continuing entries are those before it of people who had not left when it began: all earlier entries less all earlier exits.",
      "In the first year none is continuing, because the data begin with it. These are times of taking part and not people: a person who takes part in two programs counts twice, and so does one who comes back.",
      ...missingSentences(years.map(({ title, came }) => ({ name: title, status: came.status }))),
    ],
    n: "n of each year in the table",
  };
};

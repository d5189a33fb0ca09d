import type { FigureKey, PublishedCell } from "../../models/published.ts";
import { countChart } from "../charts/count-chart.ts";
import { wordsCell } from "../data-table.ts";
import { type FigureMaker, WIDE_AND_NARROW } from "../figure-content.ts";
import type { Lookup } from "../lookup.ts";
import { amountWords, costNotes, dollarsEach } from "../sentences/amounts.ts";
import { dayWords, listWords } from "../sentences/numbers.ts";
import { networkRange, type PeopleRange, rangeWords } from "../sentences/people-range.ts";
import { type Missing, missingSentences, statusWords } from "../sentences/status-words.ts";
import { firstMissing, keyOf, present } from "./find-rows.ts";

const toDate: Omit<FigureKey, "measure"> = {
  series: "all",
  slice: "network",
  member: "network",
  period_kind: "all",
  period: "to-date",
};

/** Outcomes that the dollars are set against, each a printed count of people. */
const OUTCOMES = [
  { title: "Person placed in a job", measure: "job-placement", part: "placed" },
  { title: "Person who earned a certificate", measure: "any-certificate", part: "within_year" },
  { title: "Person who left for permanent housing", measure: "exits-to-permanent-housing", part: "permanent" },
] as const;

interface Row {
  name: string;
  cell: PublishedCell | undefined;
  people: PeopleRange | null;
  reason: Missing | null;
}

function outcomeRows(lookup: Lookup): Row[] {
  return OUTCOMES.flatMap(({ title: name, measure, part }): Row[] => {
    const cell = lookup.cell({ ...toDate, measure }, part);
    if (cell === undefined) return [];
    const isFew = cell.value !== null && cell.value < lookup.release.minimum_denominator;
    const people = cell.value === null || isFew ? null : { low: cell.value, high: cell.value };
    return [{ name, cell, people, reason: isFew ? "too_few_to_rate" : firstMissing([cell]) }];
  });
}

function rowsOf(lookup: Lookup): Row[] {
  const served = lookup.cell({ ...toDate, measure: "people-served" }, "people");
  const reason = served === undefined ? null : firstMissing([served]);
  return [{ name: "Person served", cell: served, people: networkRange(lookup), reason }, ...outcomeRows(lookup)];
}

const dollarsOf = (total: number, { low, high }: PeopleRange) => ({
  low: Math.round(total / high),
  high: Math.round(total / (low ?? high)),
});

/** The dollars of all types of service whose sum is shown, over the people served and over each outcome. */
export const costPerOutcome: FigureMaker = (request, lookup) => {
  const sums = lookup.series(request.measure).flatMap(({ series, title }) => {
    const sum = lookup.sum(keyOf(request, series), "dollars");
    return sum === undefined ? [] : [{ title, sum }];
  });
  const shown = sums.flatMap(({ title, sum }) => (sum.value === null ? [] : [{ title, value: sum.value }]));
  const total = shown.reduce((all, { value }) => all + value, 0);
  const rows = rowsOf(lookup);
  const drawn = rows.map(({ name, people, reason }) => ({
    ...{ label: name, aside: people === null ? "" : dollarsEach(total, people) },
    missing: people === null ? reason : null,
    range: people === null ? null : dollarsOf(total, people),
  }));
  const [person] = rows;
  const each = person?.people ? `, ${dollarsEach(total, person.people)} for each person served` : "";
  return {
    ...(shown.length === 0
      ? { instead: "Direct cost per person and per outcome: no sum of dollars can be shown" }
      : {}),
    kind: "Dot chart",
    key: [],
    widths: WIDE_AND_NARROW,
    draw: (frame) => countChart(frame, drawn, "dot", "Dollars for each"),
    table: {
      columns: ["For each", "People", "Dollars for each"],
      rows: rows.map(({ name, people, reason }) => ({
        name,
        cells:
          people === null
            ? [wordsCell(""), { words: reason === null ? "" : statusWords[reason], missing: reason }]
            : [wordsCell(rangeWords(people)), wordsCell(dollarsEach(total, people))],
      })),
    },
    rows: [...sums.map(({ sum }) => sum), ...present(rows.map(({ cell }) => cell))],
    headline: `Direct cost on record: ${amountWords(total, "dollars")}${each}`,
    subtitle: `Direct cost of services on record, over people served and over outcomes, whole network, to ${dayWords(lookup.release.as_of)}`,
    summary: [
      `The dollars are those of ${shown.length} of ${sums.length} types of service: ${listWords(shown.map(({ title }) => title))}.`,
      ...costNotes,
      ...missingSentences(sums.map(({ title, sum }) => ({ name: title, status: sum.status }))),
    ],
    n: "n of each in the table",
  };
};

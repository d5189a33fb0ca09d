import type { PublishedCell, PublishedPovertyCount } from "../../models/published.ts";
import { countChart } from "../charts/count-chart.ts";
import { countCell, wordsCell } from "../data-table.ts";
import { type FigureMaker, type TableCell, WIDE_AND_NARROW } from "../figure-content.ts";
import type { FigureRequest } from "../figure-request.ts";
import type { Lookup } from "../lookup.ts";
import { countWords, dayWords, rangeOfN } from "../sentences/numbers.ts";
import { perThousand, povertyHeadline, povertyNotes, povertySource } from "../sentences/poverty.ts";
import { missing, missingSentences, statusWords } from "../sentences/status-words.ts";
import { firstMissing, keyOf } from "./find-rows.ts";

interface County {
  name: string;
  cell: PublishedCell;
  poverty: PublishedPovertyCount;
}

/** The counties the network names of which both numbers are there, shown or withheld. */
function countiesOf(request: FigureRequest, lookup: Lookup): County[] {
  return lookup.members("county").flatMap(({ id, title: name }) => {
    const poverty = lookup.publication.poverty_count.find(({ county }) => county === id);
    const cell = lookup.cell({ ...keyOf(request, request.series), slice: "county", member: id }, "people");
    return poverty === undefined || cell === undefined ? [] : [{ name, cell, poverty }];
  });
}

const reachCell = ({ cell, poverty }: County): TableCell =>
  cell.value === null
    ? { words: statusWords[missing(cell)], missing: missing(cell) }
    : wordsCell(countWords(perThousand(cell.value, poverty.people)));

/** People served who live in a county, for every 1,000 people there who live in poverty. */
export const povertyReach: FigureMaker = (request, lookup) => {
  const counties = countiesOf(request, lookup);
  const rows = counties.map(({ name, cell, poverty }) => {
    const reach = cell.value === null ? null : perThousand(cell.value, poverty.people);
    return {
      ...{ label: name, aside: reach === null ? "" : countWords(reach) },
      missing: firstMissing([cell]),
      range: reach === null ? null : { low: reach, high: reach },
    };
  });
  return {
    ...(counties.length === 0 ? { instead: "People served beside people in poverty: no county has both numbers" } : {}),
    kind: "Dot chart",
    key: [],
    widths: WIDE_AND_NARROW,
    draw: (frame) => countChart(frame, rows, "dot", "People served for every 1,000 in poverty"),
    table: {
      columns: ["County", "People served", "People in poverty", "Served for every 1,000 in poverty"],
      rows: counties.map((county) => ({
        name: county.name,
        cells: [countCell(county.cell), wordsCell(countWords(county.poverty.people)), reachCell(county)],
      })),
    },
    rows: counties.map(({ cell }) => cell),
    headline: povertyHeadline(counties.map(({ cell, poverty }) => ({ served: cell.value, poverty: poverty.people }))),
    subtitle: `People served for every 1,000 people in poverty, by county, to ${dayWords(lookup.release.as_of)}`,
    summary: [
      ...povertyNotes,
      ...povertySource(counties.map(({ poverty }) => poverty)),
      ...missingSentences(counties.map(({ name, cell }) => ({ name, status: cell.status }))),
    ],
    n: rangeOfN(
      counties.map(({ cell }) => cell.value),
      "n = ",
    ),
  };
};

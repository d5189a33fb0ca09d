import { expect, test } from "vitest";
import { readFigureRequest } from "../../../dashboards/figure-request.ts";
import { newAndContinuing } from "../../../dashboards/figures/new-and-continuing.ts";
import { lookUp } from "../../../dashboards/lookup.ts";
import type { PublishedCell } from "../../../models/published.ts";
import { samplePublication } from "../../support/publication.ts";

const publication = samplePublication();
const request = readFigureRequest("id: years\nchart: new-and-continuing\nmeasure: new-and-continuing", {});

/** The figure of three years in which so many came and left; null is withheld. */
function yearsOf(counts: Readonly<Record<string, readonly [came: number | null, left: number | null]>>) {
  const cell = publication.cell.map((one): PublishedCell => {
    const own = counts[one.period];
    if (one.measure !== "new-and-continuing" || one.slice !== "network" || own === undefined) return one;
    const value = own[one.part === "new" ? 0 : 1]!;
    return { ...one, value, status: value === null ? "withheld" : "shown" };
  });
  return newAndContinuing(request, lookUp({ ...publication, cell }));
}

const wordsOf = ({ table }: ReturnType<typeof yearsOf>) =>
  table.rows.map(({ cells }) => cells.map(({ words }) => words).join(" | "));

test("three years by hand: whoever came before a year and had not left continues in it", () => {
  const years = yearsOf({ PY2024: [100, 40], PY2025: [200, 90], PY2026: [50, 30] });
  expect(wordsOf(years)).toEqual(["100 | 0 | 100 | 40", "200 | 60 | 260 | 90", "50 | 170 | 220 | 30"]);
  expect(years.headline).toBe(
    "Program year 2026: 50 new entries, and 170 times of taking part that go on from the year before",
  );
});

test("after a year that is withheld nobody can say who continues", () => {
  const years = yearsOf({ PY2024: [100, null], PY2025: [200, 90], PY2026: [50, 30] });
  expect(wordsOf(years)).toEqual([
    "100 | 0 | 100 | withheld",
    "200 | withheld | withheld | 90",
    "50 | withheld | withheld | 30",
  ]);
  expect(years.headline).toBe(
    "Program year 2024: 100 new entries, and 0 times of taking part that go on from the year before",
  );
});

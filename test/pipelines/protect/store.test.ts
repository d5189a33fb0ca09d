import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Publication } from "../../../models/published.ts";
import { protect } from "../../../pipelines/protect/protect.ts";
import { readPublication, writePublication } from "../../../pipelines/protect/store.ts";
import { openWarehouse } from "../../../pipelines/warehouse.ts";
import { figuresFrom } from "../../support/figures.ts";
import { measureOf, publicationAround } from "../../support/random-cube.ts";
import { smallKind } from "../../support/small-kind.ts";

test("a publication comes back from its store as it was written", async () => {
  const structure = {
    partners: ["a", "b"],
    programs: [{ program_id: "a1", partner_id: "a", tier: "core" }],
    tiers: ["core"],
    followups: [],
    quarters: [{ quarter: "2025-Q1", year: "PY2025", daysSince: 455, daysOver: 365 }],
  };
  const measure = measureOf("m", smallKind, [{ slice: "partner", periods: ["all"] }]);
  const figures = figuresFrom(measure, structure, {
    ...{ "a to-date all": 60, "a to-date met": 45, "a to-date unmet": 15 },
    ...{ "b to-date all": 9, "b to-date met": 5, "b to-date unmet": 4 },
  });
  const settings = { threshold: 11, minimumDenominator: 20, width: 10 };
  const { cells, rates } = await protect(figures, [measure], structure, settings);
  const key = { measure: "m", series: "all", slice: "partner", member: "a", period_kind: "all", period: "to-date" };
  const median = [{ ...key, median: "gain", status: "shown", n: 60, value: 1.2, low: -0.4, high: 2.5 }];
  const sum = [{ ...key, slice: "network", member: "network", sum: "dollars", status: "shown", n: 60, value: 4900 }];
  const ratio = { status: "shown", observed: 45, ratio: 1.1, low: 0.7, high: 1.5 };
  const standardised = [{ ...key, rate: "met", ...ratio }];
  const standardised_words = [
    { measure: "m", rate: "met", title: "Ratio", by: "age_band" as const, means: "1.0 is alike." },
  ];
  const around = publicationAround(structure, { cell: cells, rate: rates });
  const publication = {
    ...around,
    median: median as unknown as Publication["median"],
    sum: sum as unknown as Publication["sum"],
    standardised: standardised as unknown as Publication["standardised"],
    standardised_words,
  };
  const folder = mkdtempSync(path.join(tmpdir(), "store-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, "published.duckdb");
  const door = await openWarehouse(file);
  await writePublication(door, publication);
  await door.close();
  expect(await readPublication(file)).toEqual(publication);
});

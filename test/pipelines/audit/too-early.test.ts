import { expect, test } from "vitest";
import type { PublishedCell } from "../../../models/published.ts";
import type { Structure } from "../../../models/relations/structure.ts";
import { audit } from "../../../pipelines/audit/audit.ts";
import { protect } from "../../../pipelines/protect/protect.ts";
import { figuresFrom } from "../../support/figures.ts";
import { measureOf, publicationAround } from "../../support/random-cube.ts";
import { plainKind } from "../../support/small-kind.ts";

const settings = { threshold: 11, minimumDenominator: 20, width: 10 };
const shape = [{ slice: "network" as const, periods: ["all" as const, "quarter" as const] }];
const late = measureOf("m", plainKind, shape, { settlesAfterDays: 100, maturesAfterDays: 100 });

// Nobody who came in the third quarter has been waited for: it can only be empty.
const structure: Structure = {
  partners: ["a"],
  programs: [{ program_id: "a1", partner_id: "a", tier: "core" }],
  tiers: ["core"],
  followups: [],
  quarters: [
    { quarter: "2025-Q1", year: "PY2025", daysSince: 272, daysOver: 182 },
    { quarter: "2025-Q2", year: "PY2025", daysSince: 181, daysOver: 91 },
    { quarter: "2025-Q3", year: "PY2025", daysSince: 90, daysOver: 0 },
  ],
};
const figures = figuresFrom(late, structure, {
  "network to-date all": 30,
  "network 2025-Q1 all": 10,
  "network 2025-Q2 all": 20,
  "network 2025-Q3 all": 0,
}).map((figure) => (figure.period === "2025-Q3" ? { ...figure, reason: "not_yet_settled" as const } : figure));

test("a quarter too late to hold anybody hides nothing of another, and both protection and audit know", async () => {
  const { cells } = await protect(figures, [late], structure, settings);
  const shown = (cell: PublishedCell, value: number): PublishedCell => ({ ...cell, status: "shown", value });
  const opened = cells.map((cell) =>
    cell.period === "2025-Q1" || cell.period === "2025-Q3"
      ? cell
      : shown(cell, figures.find(({ period }) => period === cell.period)!.value),
  );
  const audited = (some: PublishedCell[]) =>
    audit(publicationAround(structure, { cell: some, rate: [] }), [late], settings);
  expect((await audited(cells)).failures).toEqual([]);
  expect((await audited(opened)).failures.map(({ kind }) => kind)).toEqual(["exact"]);
});

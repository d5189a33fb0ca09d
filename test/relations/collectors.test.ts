import { expect, test } from "vitest";
import { collectorsOf, isAsked } from "../../models/relations/collectors.ts";

const figure = (member: string, part: string) => ({
  ...{ measure: "together", series: "all", slice: "partner" as const, member },
  ...{ period_kind: "all" as const, period: "to-date", part },
});

test("a partner of which nothing is asked, or for which nothing has a meaning, is in nobody's count", () => {
  const rows = [
    { ...figure("a", "linked"), status: "shown" },
    { ...figure("b", "linked"), status: "not_applicable" },
    { ...figure("c", "linked"), status: "not_collected" },
    { ...figure("d", "linked"), status: "not_applicable" },
    { ...figure("d", "people"), status: "withheld" },
  ];
  const collectors = collectorsOf(rows, (row) => isAsked(rows[row]!.status));
  expect(collectors.get("together/all")).toEqual(new Set(["a", "d"]));
});

import { expect, test } from "vitest";
import { survivalKind } from "../../models/measures/survival-kind.ts";
import { survivalTable } from "../../models/statistics/survival-table.ts";
import { openWarehouse } from "../../pipelines/warehouse.ts";

const words = {
  started: { title: "Referred", means: "Referred." },
  event: { title: "Served", did: "were served" },
  without: "Not served",
};
const followed = survivalKind({ ...words, days: [7, 14, 30], followedFor: 14 });
const open = survivalKind({ ...words, days: [7, 14, 30], followedFor: 0 });

type Observed = [days: number, ended: boolean];

/** Every part's count among the rows, counted by the database from the part's own condition. */
async function counted({ parts }: typeof open, rows: readonly Observed[]): Promise<Record<string, number>> {
  const door = await openWarehouse(":memory:");
  const values = rows.map(([days, ended]) => `(${days}, ${ended})`).join(", ");
  const counts = parts.map(({ id, when }) => `count(*) filter (where ${when}) as ${id}`).join(", ");
  const [row] = await door.rows<Record<string, number>>(`select ${counts} from (values ${values}) as t(days, ended)`);
  await door.close();
  return row!;
}

const every: Observed[] = [0, 6, 7, 8, 13, 14, 15, 29, 30, 31, 90].flatMap((days): Observed[] => [
  [days, true],
  [days, false],
]);

test("nine people by hand, on both sides of every day: events on the last day are in, who is last seen then has come through", async () => {
  const rows: Observed[] = [
    [0, true],
    [7, true],
    [7, false],
    [8, true],
    [14, false],
    [30, true],
    [30, false],
    [31, true],
    [6, false],
  ];
  expect(await counted(open, rows)).toEqual({
    started: 9,
    ...{ by_7: 2, at_risk_7: 6, censored_7: 1 },
    ...{ by_14: 3, at_risk_14: 4, ended_14: 1, censored_14: 1 },
    ...{ by_30: 4, at_risk_30: 2, ended_30: 1, censored_30: 1 },
  });
});

test("every sum holds whoever is observed for however long", async () => {
  const counts = await counted(open, every);
  for (const { total, of } of open.identities)
    expect([total, of.reduce((sum, part) => sum + counts[part]!, 0)]).toEqual([total, counts[total]]);
});

test("nobody is last seen while everybody is followed, and no part is there for it", async () => {
  const matured = every.filter(([days, ended]) => ended || days >= 14);
  const counts = await counted(followed, matured);
  for (const { total, of } of followed.identities)
    expect([total, of.reduce((sum, part) => sum + counts[part]!, 0)]).toEqual([total, counts[total]]);
  expect(followed.parts.filter(({ id }) => id.startsWith("censored")).map(({ id }) => id)).toEqual(["censored_30"]);
});

test("the printed counts are enough for the product-limit estimate: 6/9, of that 2/3, of that 3/4", async () => {
  const rows: Observed[] = [
    ...([3, 5, 7] as const).map((days): Observed => [days, true]),
    ...([8, 14] as const).map((days): Observed => [days, true]),
    [20, true],
    [20, false],
    [40, false],
    [40, false],
  ];
  const counts = await counted(followed, rows);
  const printed = followed.parts.flatMap(({ id, printed: is }) => (is ? [[id, counts[id]!] as const] : []));
  const { started, by_7, by_14, by_30, at_risk_7, at_risk_14 } = Object.fromEntries(printed);
  const { rows: table } = survivalTable([
    { days: 7, atRisk: started!, events: by_7!, censored: 0 },
    { days: 14, atRisk: at_risk_7!, events: by_14! - by_7!, censored: 0 },
    { days: 30, atRisk: at_risk_14!, events: by_30! - by_14!, censored: 1 },
  ]);
  const shares = [6 / 9, (6 / 9) * (4 / 6), (6 / 9) * (4 / 6) * (3 / 4)];
  expect(table.map(({ share }) => share.toFixed(9))).toEqual(shares.map((share) => share.toFixed(9)));
});

test("parts have their populations, each id once, and words with both ends of an interval", () => {
  const counts = { by_7: { population: { id: "served in a week" } } };
  const { parts } = survivalKind({ ...words, days: [7, 14], followedFor: 14, populations: counts });
  expect(parts.map(({ id }) => id)).toEqual(["started", "by_7", "at_risk_7", "by_14", "at_risk_14", "ended_14"]);
  expect(parts.find(({ id }) => id === "by_7")).toMatchObject({ ...counts.by_7, title: "Served within 7 days" });
  expect(parts.find(({ id }) => id === "ended_14")).toMatchObject({ title: "Served from day 8 to day 14" });
});

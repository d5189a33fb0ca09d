import { expect, test } from "vitest";
import { mapTable } from "../../../pipelines/intake/map-table.ts";
import { Feed, type TableFeed } from "../../../pipelines/network.ts";
import { openWarehouse, quoteName } from "../../../pipelines/warehouse.ts";

test("commas that group thousands go from an amount; a decimal comma stays, for the checks to find", async () => {
  const columns = { person_token: "p", benefit: "b", month: "m", amount: "a" };
  const feed = Feed.parse({ id: "benefits", record: "benefit_month", files: "b.csv", columns }) as TableFeed;
  const door = await openWarehouse(":memory:");
  await door.run(`create table t as select row_number() over () as _row, 'p' as p, 'b' as b, '2024-01' as m, a
    from unnest(['$1,234.50', '12.50', '1,234,567', '12,50', '1 234,5']) as u(a)`);
  const { select } = mapTable(feed, "b.csv", "t");
  const rows = await door.rows<{ amount: string }>(`select amount from (${select}) order by _row`);
  expect(rows.map(({ amount }) => amount)).toEqual(["1234.50", "12.50", "1234567", "12,50", "1 234,5"]);
  await door.close();
});

const SURVIVAL = "Not applicable due to crisis situation; in 'survival' mode";

/** Domain, answer, level and goal of each cell of a form whose columns stand in this order. */
async function formCells(
  instrument: string,
  wide: object,
  columns: readonly string[],
  cells: readonly (string | null)[],
) {
  const mapped = {
    enrollment_token: "E",
    person_token: "P",
    assessed_on: { constant: "2024-07-01" },
    stage: { constant: "initial" },
  };
  const settings = {
    id: "form",
    record: "assessment_score",
    files: "f.csv",
    columns: mapped,
    wide: { instrument, ...wide },
  };
  const door = await openWarehouse(":memory:");
  try {
    const values = cells.map((_, at) => `cast($${at + 1} as varchar) as ${quoteName(columns[at]!)}`).join(", ");
    await door.run(`create table t as select 1 as _row, 'e' as "E", 'p' as "P", ${values}`, cells);
    const { select } = mapTable(Feed.parse(settings) as TableFeed, "f.csv", "t");
    const rows = await door.rows<{ domain: string; answer: string; score: string | null; is_goal: string | null }>(
      `select domain, answer, score, is_goal from (${select}) order by domain`,
    );
    return Object.fromEntries(rows.map(({ domain, answer, score }) => [domain, score ?? answer]));
  } finally {
    await door.close();
  }
}

const DOMAINS = { housing: "Housing", childcare: "Child Care", community: "Community Involvement", legal: "Legal" };
const LEVELS = { "In crisis": 1, [SURVIVAL]: 1, Safe: 3, Empowered: 5 };

test("a wide form is read whatever the order of its columns, by numbers and by level words", async () => {
  const columns = ["Legal", "Community Involvement", "Housing", "Child Care"];
  const wide = { domains: DOMAINS, levels: LEVELS, not_applicable: ["0", "N/A"] };
  const expected = { housing: "3", childcare: "not_applicable", community: "5", legal: "not_rated" };
  expect(await formCells("az-ssm-18", wide, columns, [null, "EMPOWERED", "3", "0"])).toEqual(expected);
  expect(await formCells("az-ssm-18", wide, columns.toReversed(), ["n/a", "safe", "5", null])).toEqual(expected);
});

test("the level of Community Involvement that begins with not applicable is level 1, however its words and the tokens are written", async () => {
  const columns = Object.values(DOMAINS);
  for (const not_applicable of [["0", "N/A"], ["Not applicable"], ["0", "n/a", "not applicable", "NA"]]) {
    const wide = { domains: DOMAINS, levels: LEVELS, not_applicable };
    const cells = ["In crisis", not_applicable.at(-1)!, SURVIVAL.toUpperCase(), SURVIVAL];
    const read = await formCells("az-ssm-18", wide, columns, cells);
    expect(read).toEqual({ housing: "1", childcare: "not_applicable", community: "1", legal: "1" });
  }
});

test("of the same words without a level nothing is guessed: they stay, for the checks to find", async () => {
  const wide = { domains: DOMAINS, levels: {}, not_applicable: ["Not applicable"] };
  const read = await formCells("az-ssm-18", wide, Object.values(DOMAINS), ["9", "Not applicable", SURVIVAL, " 2"]);
  expect(read).toEqual({ housing: "9", childcare: "not_applicable", community: SURVIVAL, legal: " 2" });
});

test("the ISAT is read as the matrix is, by its own domains", async () => {
  const domains = { isat_housing: "Life domain 1", isat_work: "Life domain 4", isat_culture: "Life domain 14" };
  const columns = ["Life domain 14", "Life domain 1", "Life domain 4"];
  const read = await formCells("isat", { domains, not_applicable: ["0", "does not apply"] }, columns, [
    "4",
    "Does not apply",
    "1",
  ]);
  expect(read).toEqual({ isat_housing: "not_applicable", isat_work: "1", isat_culture: "4" });
});

test("of lines that repeat a record one is kept, and lines without it are passed over", async () => {
  const columns = { person_token: "Client", county: "County" };
  const feed = Feed.parse({
    id: "p",
    record: "person",
    files: "p.csv",
    columns,
    distinct: true,
    only_with: "Client",
  }) as TableFeed;
  const door = await openWarehouse(":memory:");
  await door.run(`create table t as select * from (values
    (2, 'a', 'TN-157'), (3, 'a', 'TN-157'), (4, null, 'TN-157'), (5, 'b', null), (6, 'a', 'TN-047'), (7, 'b', null)) as v(_row, "Client", "County")`);
  const rows = await door.rows<{ _row: number }>(
    `select _row from (${mapTable(feed, "p.csv", "t").select}) order by _row`,
  );
  expect(rows.map(({ _row }) => _row)).toEqual([2, 5, 6]);
  await door.close();
});

test("the day of a moment counts in formats that know types, and only there", async () => {
  const columns = { person_token: "p", age: "a", age_on: "d" };
  const read = async (format: string) => {
    const feed = Feed.parse({
      id: "p",
      record: "person",
      files: "p",
      format,
      dates: "MM/DD/YYYY",
      columns,
    }) as TableFeed;
    const door = await openWarehouse(":memory:");
    await door.run(`create table t as select row_number() over () as _row, 'p' as p, '1' as a, d
      from unnest(['2024-07-01 09:30:00', '2024-07-01T09:30:00Z', '7/1/2024', '2024-07-01', '07:30']) as u(d)`);
    const rows = await door.rows<{ age_on: string }>(
      `select age_on from (${mapTable(feed, "p", "t").select}) order by _row`,
    );
    await door.close();
    return rows.map(({ age_on }) => age_on);
  };
  expect(await read("parquet")).toEqual([...Array(4).fill("2024-07-01"), "07:30"]);
  expect((await read("csv")).slice(0, 2)).toEqual(["2024-07-01 09:30:00", "2024-07-01T09:30:00Z"]);
});

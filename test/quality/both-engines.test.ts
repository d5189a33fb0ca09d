import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordKinds } from "../../models/contract/catalogue.ts";
import { dimensions } from "../../models/quality/catalogue.ts";
import { receivedTables } from "../../models/quality/received.ts";
import { warnings } from "../../models/quality/warnings/catalogue.ts";
import { rowsBeside } from "../../models/quality/warnings/warning.ts";
import type { Door } from "../../pipelines/warehouse.ts";
import { employed, planned } from "../measures/record-rows.ts";
import { enrolled, person, scored } from "../support/warehouse.ts";
import { aside, file, receivedWarehouse } from "./quality-of.ts";

const people = ["ann", "bob", "cat"];
const records = ["person", "enrollment", "assessment_score", "job", "goal"];
const rows = {
  person: people.map((who, index) =>
    person(who, { linkage_key: index ? `l-${who}` : null, age: 60, age_on: "2024-01-01" }),
  ),
  enrollment: people.flatMap((who, index) => [
    enrolled(who, "2024-01-05", { exited_on: index ? "2024-03-01" : null, age_at_entry: 16 + index, role: "head" }),
    enrolled(who, "2024-02-05", { enrollment_key: `${who}-2`, row_number: 9, exited_on: "2030-01-01" }),
  ]),
  assessment_score: people.flatMap((who, index) => [
    scored(who, "2024-01-06", index + 1, { stage: "initial" }),
    scored(who, "2024-10-01", 3, { row_number: 5 }),
    scored(who, "2023-10-01", null, { domain: "food" }),
  ]),
  job: people.map((who) => employed(who, "2024-12-01", { enrollment_key: `${who}-1` })),
  goal: people.map((who) => planned(who, "2024-06-01", { due_on: "2024-05-01" })),
};
const feed = { partner_id: "hub", feed_id: "feed" };
const received = {
  received_file: records.map((record, index) => file({ record, superseded: index === 4 })),
  received_column: [
    { ...feed, file_hash: "0".repeat(64), record: "person", field: "person_token", column_name: "Person" },
  ],
  delivery_day: ["2026-01-01", "2026-01-11", "2026-01-31"].map((delivered_on) => ({ ...feed, delivered_on })),
  first_report: [{ ...feed, event: "entered_on" as const, event_on: "2026-01-05", reported_on: "2026-01-11" }],
  report_day: [{ read_on: "2026-03-01" }],
  set_aside: [aside(3), aside(4, { rule: "bare_hash" })],
};

let duckdb: Door;
let pglite: PGlite;
beforeAll(async () => {
  duckdb = await receivedWarehouse(rows, received);
  pglite = new PGlite();
  const read = ["partner", "run_day", "set_aside", "episode", "matrix_pair"];
  for (const table of [...recordKinds.map(({ kind }) => kind), ...Object.keys(receivedTables), ...read])
    await copyTable(table);
});
afterAll(() => duckdb.close());

async function copyTable(table: string) {
  const columns = await duckdb.rows<{ column: string }>(
    `select column_name || ' ' || replace(data_type, 'DOUBLE', 'DOUBLE PRECISION') as column from information_schema.columns where table_name = '${table}' order by ordinal_position`,
  );
  await pglite.exec(`create table ${table} (${columns.map(({ column }) => column).join(", ")})`);
  for (const row of await duckdb.rows(`select * from ${table}`)) {
    const names = Object.keys(row);
    const places = names.map((_, index) => `$${index + 1}`).join(", ");
    await pglite.query(`insert into ${table} (${names.join(", ")}) values (${places})`, Object.values(row));
  }
}

async function inBoth(query: string): Promise<[string[], string[]]> {
  const asText = (found: object[]) =>
    found
      .map((row) => JSON.stringify(Object.values(row).map((value) => (value === null ? null : String(value)))))
      .sort();
  return [asText(await duckdb.rows<object>(query)), asText((await pglite.query<object>(query)).rows)];
}

test.each(dimensions.map(({ id }) => id))("%s is the same in DuckDB and in PostgreSQL", async (id) => {
  const found: string[] = [];
  for (const query of dimensions.find((dimension) => dimension.id === id)!.queries) {
    const [inDuckdb, inPostgres] = await inBoth(query);
    expect(inPostgres).toEqual(inDuckdb);
    found.push(...inDuckdb);
  }
  expect(found.length).toBeGreaterThan(0);
});

test.each(
  warnings.flatMap((warning) =>
    warning.about.map((about) => [`${warning.id} of ${about.record} ${about.field}`, warning, about] as const),
  ),
)("warning %s asks and finds the same rows in both", async (_, warning, about) => {
  for (const where of [warning.asked(about.record), warning.odd(about)]) {
    const [inDuckdb, inPostgres] = await inBoth(
      `select r.row_number from ${rowsBeside(warning, about.record)} where ${where}`,
    );
    expect(inPostgres).toEqual(inDuckdb);
  }
});

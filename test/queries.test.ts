import { PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checks } from "../models/checks/catalogue.ts";
import { recordKinds } from "../models/contract/catalogue.ts";
import { createRecordTable } from "../models/contract/record-table.ts";
import { claims } from "../models/contracts/claims.ts";
import { evidenceOfKind } from "../models/contracts/evidence.ts";
import type { Evidence } from "../models/contracts/outcome-contract.ts";
import { reasons } from "../models/contracts/reason.ts";
import { measuresOf } from "../models/measures/network-measures.ts";
import type { Warehouse } from "../models/warehouse.ts";
import { factsOf } from "../pipelines/build/facts.ts";
import type { Door } from "../pipelines/warehouse.ts";
import { contractOf, outcomeOf } from "./contracts/contract-of.ts";
import { progressed, tested } from "./measures/education-rows.ts";
import { member } from "./measures/family-rows.ts";
import { benefited, earned, employed, planned, taught } from "./measures/record-rows.ts";
import { referred } from "./measures/referral-rows.ts";
import { enrolled, person, scored, warehouseOf } from "./support/warehouse.ts";

const period = { from: "2024-01-01", to: "2024-12-31" };
const facts = factsOf({ report_period: period });
const measures = measuresOf([
  { id: "hub", name: "Hub", kind: "care_coordination_hub" },
  { id: "school", name: "School", kind: "adult_education" },
]);

let duckdb: Door;
let postgres: Kysely<Warehouse>;
let pglite: PGlite;

const people = ["ann", "bob", "cat", "dan", "eve"];
const rows = {
  person: people.map((who, index) =>
    person(who, {
      linkage_key: index % 2 ? null : `link-${who}`,
      age: 30 + index,
      age_on: "2024-01-01",
      veteran: index === 1,
      county: "TN-157",
    }),
  ),
  enrollment: [
    ...people.map((who, index) =>
      enrolled(who, `2024-0${index + 1}-05`, {
        exited_on: index > 2 ? null : "2024-11-01",
        exit_destination: "permanent",
        exit_reason: index === 0 ? "completed" : null,
        age_at_entry: 17 + index,
      }),
    ),
    enrolled("bob", "2024-11-20", { enrollment_key: "bob-2", prior_living: "homeless" }),
  ],
  assessment_score: people.flatMap((who, index) => [
    scored(who, `2024-0${index + 1}-06`, index + 1, { stage: "initial", is_goal: index > 2 }),
    scored(who, "2024-10-01", 3),
    scored(who, "2024-10-01", null, { domain: "food" }),
  ]),
  job: [
    ...people.flatMap((who, index) => [
      employed(who, "2024-06-01", {
        ...{ ended_on: index % 2 ? "2024-07-01" : null, last_verified_on: "2024-06-20" },
        ...{ employer_key: "shop", hourly_wage: 15 },
      }),
      employed(who, `2024-07-1${index + 3}`, {
        ...{ job_key: `${who}-j2`, employer_key: "mill", last_verified_on: "2025-12-01" },
        ...{ hourly_wage: 15.37 + index / 100, hours_per_week: index === 1 ? 32.5 : 37 },
      }),
      employed(who, "2023-05-01", { job_key: `${who}-j0`, ended_on: "2023-11-30", hourly_wage: 15.5 - index / 100 }),
    ]),
    employed("dan", "2024-03-01", { job_key: "dan-j3", ended_on: "2024-05-25" }),
  ],
  income: people.flatMap((who, index) =>
    (["entry", "exit"] as const).map((stage) => ({
      ...{ partner_id: "hub", feed_id: "feed", file_hash: "0".repeat(64), row_number: 2, stage },
      ...{ enrollment_key: `${who}-1`, person_key: who, reported_on: stage === "entry" ? "2024-05-05" : "2024-11-01" },
      ...{ any_income: true, earned: index !== 1, earned_monthly: stage === "entry" ? 900.5 : 900 + index / 4 },
      total_monthly: index === 4 ? 1 : 1000.25 + index,
    })),
  ),
  education_test: ["bob", "dan"].flatMap((who, index) => [
    tested(who, "pre", "2024-05-10", 2),
    tested(who, "post", "2024-06-20", 2 + index),
  ]),
  skill_gain: [progressed("cat", "milestone", "2024-06-02"), progressed("eve", "transcript", "2024-06-03")],
  credential: people.map((who, index) => earned(who, "2024-10-01", { type: index % 2 ? "diploma" : "license" })),
  service: people.map((who, index) => taught(who, "2024-06-01", { hours: index ? 1.25 * index : null, cost: 20.5 })),
  household_member: people.map((who, index) =>
    member(who, {
      household_key: index < 2 ? "one" : "two",
      role: index === 1 || index === 2 ? "head" : "child",
    }),
  ),
  benefit_month: people.map((who, index) =>
    benefited(who, "2024-05-01", {
      ...(index % 2 ? { benefit: "housing" } : {}),
      grew_up_with_assistance: ["yes", "no", null][index % 3]!,
    }),
  ),
  referral: people.flatMap((who, index) => [
    referred(who, "2024-06-01", {
      status: "rejected",
      closed_on: `2024-06-1${index}`,
      not_connected_reason: "declined",
    }),
    referred(who, "2024-06-01", {
      referral_key: `${who}-r2`,
      accepted_on: "2024-06-09",
      warm_handoff: index % 2 === 0,
    }),
    referred(who, "2024-06-01", {
      referral_key: `${who}-r3`,
      status: "service_received",
      closed_on: `2024-0${6 + Math.min(index, 3)}-20`,
    }),
    referred(who, "2024-06-01", {
      referral_key: `${who}-r4`,
      status: "not_received",
      accepted_on: "2024-06-05",
      closed_on: "2024-06-04",
    }),
    referred(who, `2024-06-2${index}`, {
      ...{ referral_key: `${who}-r5`, parent_referral_key: `${who}-r`, sent_to: "clinic" },
      ...(index > 2 ? { status: "service_received", closed_on: "2024-07-20" } : {}),
    }),
    referred(who, "2024-07-01", { referral_key: `${who}-r6`, parent_referral_key: `${who}-r5` }),
  ]),
  goal: people.map((who, index) =>
    planned(who, "2024-06-01", { due_on: index ? "2024-09-01" : null, reached_on: index > 2 ? null : "2024-08-01" }),
  ),
};

beforeAll(async () => {
  duckdb = await warehouseOf(rows);
  for (const { table, query } of facts)
    await duckdb.run(`create or replace table ${table} as ${query(duckdb.kysely).compile().sql}`);
  pglite = new PGlite();
  postgres = new Kysely<Warehouse>({ dialect: new PGliteDialect({ pglite }) });
  for (const record of recordKinds) await pglite.exec(createRecordTable(record));
  for (const table of structure) await createLike(table);
  for (const table of [...recordKinds.map(({ kind }) => kind), ...structure]) await copyTable(table);
  for (const { table, query } of facts) await pglite.exec(`create table ${table} as ${query(postgres).compile().sql}`);
});
afterAll(async () => {
  await duckdb.close();
  await postgres.destroy();
});

/** Tables of the network and its calendar, which no contract describes. */
const structure = ["partner", "program", "partner_domain", "group_member", "run_day", "quarter"];

async function createLike(table: string) {
  const columns = await duckdb.rows<{ column_name: string; column_type: string }>(`describe ${table}`);
  const list = columns.map(({ column_name, column_type }) => `${column_name} ${column_type}`);
  await pglite.exec(`create table ${table} (${list.join(", ")})`);
}

async function copyTable(table: string) {
  for (const row of await duckdb.rows(`select * from ${table}`)) {
    const names = Object.keys(row);
    await pglite.query(
      `insert into ${table} (${names.join(", ")}) values (${names.map((_, index) => `$${index + 1}`).join(", ")})`,
      Object.values(row),
    );
  }
}

/** Rows as text in a fixed order, whatever an engine's types are. */
async function bothRows(query: string): Promise<[string[], string[]]> {
  const plain = (value: unknown) =>
    value instanceof Date ? value.toISOString().slice(0, 10) : value === null ? null : String(value);
  const asText = (found: object[]) =>
    found.map((row) => JSON.stringify(Object.entries(row).map(([name, value]) => [name, plain(value)]))).sort();
  const inPostgres = await pglite.query<object>(query);
  return [asText(await duckdb.rows<object>(query)), asText(inPostgres.rows)];
}

const evidences: Evidence[] = [
  { kind: "hours_of_service", hours: 1.25, service: "training" },
  { kind: "job_held", days: 30 },
  { kind: "certificate_earned", types: ["diploma", "license"] },
  { kind: "levels_gained", levels: 1 },
  { kind: "component_begun", service: "training" },
  { kind: "component_completed", service: "training" },
];

describe("every model gives the same rows in DuckDB and in PostgreSQL", () => {
  test.each(evidences.map((evidence) => [evidence.kind, evidence] as const))("evidence %s", async (_, evidence) => {
    const { sql, parameters } = evidenceOfKind(postgres, evidence).compile();
    expect(parameters).toEqual([]);
    const [inDuckdb, inPostgres] = await bothRows(sql);
    expect(inDuckdb.length).toBeGreaterThan(0);
    expect(inPostgres).toEqual(inDuckdb);
  });
  test("claims, with every reason", async () => {
    const [hours, , certificate, levels, begun, completed] = evidences;
    const outcomes = [
      outcomeOf("begun", begun!),
      outcomeOf("hours", hours!, { prerequisite: "begun" }),
      outcomeOf("completed", completed!),
      outcomeOf("held", { kind: "job_held", days: 15 }),
      outcomeOf("certified", certificate!, { window_days: 200 }),
      outcomeOf("gained", levels!),
      outcomeOf("late", begun!, { rates: [{ from: "2024-07-01", amount_cents: 100 }] }),
      outcomeOf("after", begun!, { prerequisite: "gained" }),
    ];
    const contract = contractOf({ cap_cents: 80_000, ends_on: "2024-10-31", outcomes });
    const { sql, parameters } = claims(postgres, contract).compile();
    expect(parameters).toEqual([]);
    const [inDuckdb, inPostgres] = await bothRows(sql);
    expect(inPostgres).toEqual(inDuckdb);
    const found = await duckdb.rows<{ reason: string }>(
      `select distinct reason from (${sql}) where reason is not null`,
    );
    expect(found.map(({ reason }) => reason).sort()).toEqual(Object.keys(reasons).sort());
  });
  test.each(facts.map(({ table }) => table))("fact %s", async (table) => {
    const [inDuckdb, inPostgres] = await bothRows(`select * from ${table}`);
    expect(inDuckdb.length).toBeGreaterThan(0);
    expect(inPostgres).toEqual(inDuckdb);
  });
  test.each(measures.map(({ id }) => id))("measure %s", async (id) => {
    const measure = measures.find((candidate) => candidate.id === id)!;
    const { sql, parameters } = measure.query(postgres).compile();
    expect(parameters).toEqual([]);
    const [inDuckdb, inPostgres] = await bothRows(sql);
    expect(inDuckdb.length).toBeGreaterThan(0);
    expect(inPostgres).toEqual(inDuckdb);
  });
  test.each(
    checks.flatMap((check) =>
      check.records.map((record): [string, (typeof checks)[number], typeof record] => [
        `${check.id} of ${record}`,
        check,
        record,
      ]),
    ),
  )("check %s", async (_, check, record) => {
    const [inDuckdb, inPostgres] = await bothRows(
      `select row_number from ${record} as r where ${check.broken(record)}`,
    );
    expect(inPostgres).toEqual(inDuckdb);
  });
});

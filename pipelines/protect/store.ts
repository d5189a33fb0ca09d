import type { Publication, PublishedStore } from "../../models/published.ts";
import { type ColumnType, type Door, openWarehouse, quoteName } from "../warehouse.ts";

type Columns<Row> = Readonly<Record<Exclude<keyof Row, symbol>, ColumnType>>;

const figure = {
  measure: "varchar",
  series: "varchar",
  slice: "varchar",
  member: "varchar",
  period_kind: "varchar",
  period: "varchar",
} as const;

/** Every column of the published store. The compiler holds it to the interfaces of models/published.ts. */
const tables: { readonly [Table in keyof PublishedStore]: Columns<PublishedStore[Table]> } = {
  release: {
    network_id: "varchar",
    network_name: "varchar",
    as_of: "varchar",
    goal_people: "integer",
    goal_by: "varchar",
    threshold: "integer",
    minimum_denominator: "integer",
    width: "integer",
    settings_note: "varchar",
    contact: "varchar",
    code_version: "varchar",
    cells_shown: "integer",
    cells_withheld: "integer",
  },
  measure: {
    measure: "varchar",
    version: "integer",
    title: "varchar",
    question: "varchar",
    numerator: "varchar",
    denominator: "varchar",
    exclusions: "varchar",
    source: "varchar",
    unit: "varchar",
    direction: "varchar",
    quadrant: "varchar",
    settles_after_days: "integer",
    matures_after_days: "integer",
    cohort_people: "varchar",
    cohort_quarter: "varchar",
    parameters: "varchar",
  },
  series: { measure: "varchar", series: "varchar", title: "varchar", position: "integer" },
  part: { measure: "varchar", part: "varchar", title: "varchar", means: "varchar", position: "integer" },
  rate_words: {
    measure: "varchar",
    rate: "varchar",
    title: "varchar",
    did: "varchar",
    among: "varchar",
    of: "varchar",
    low_rate: "varchar",
    high_rate: "varchar",
    position: "integer",
  },
  median_words: {
    measure: "varchar",
    median: "varchar",
    title: "varchar",
    of: "varchar",
    did: "varchar",
    unit: "varchar",
    position: "integer",
  },
  sum_words: {
    measure: "varchar",
    sum: "varchar",
    title: "varchar",
    unit: "varchar",
    position: "integer",
  },
  standardised_words: { measure: "varchar", rate: "varchar", title: "varchar", by: "varchar", means: "varchar" },
  period: { period_kind: "varchar", period: "varchar", title: "varchar", starts_on: "varchar", ends_on: "varchar" },
  partner: {
    partner_id: "varchar",
    name: "varchar",
    kind: "varchar",
    tiers: "varchar",
    last_received_on: "varchar",
    files: "integer",
    collects: "varchar",
  },
  program: { program_id: "varchar", partner_id: "varchar", name: "varchar", tier: "varchar" },
  tier: { tier: "varchar", name: "varchar" },
  group_member: {
    slice: "varchar",
    slice_title: "varchar",
    member: "varchar",
    title: "varchar",
    position: "integer",
  },
  poverty_count: {
    county: "varchar",
    people: "integer",
    years: "varchar",
    source: "varchar",
    read_on: "varchar",
  },
  cycle: {
    cycle: "varchar",
    agency: "varchar",
    title: "varchar",
    measure: "varchar",
    series: "varchar",
    rate: "varchar",
    period_kind: "varchar",
    started_on: "varchar",
    expected_direction: "varchar",
    expected_points: "double",
    happened: "varchar",
    went_well: "varchar",
    went_badly: "varchar",
    next: "varchar",
  },
  contract: {
    contract: "varchar",
    title: "varchar",
    partner_id: "varchar",
    payer: "varchar",
    programs: "varchar",
    starts_on: "varchar",
    ends_on: "varchar",
    cap_cents: "double",
    source: "varchar",
  },
  contract_rate: {
    contract: "varchar",
    outcome: "varchar",
    title: "varchar",
    evidence: "varchar",
    window_days: "integer",
    max_per_episode: "integer",
    prerequisite: "varchar",
    target_payments: "integer",
    target_by: "varchar",
    effective_from: "varchar",
    effective_to: "varchar",
    paid_cents: "integer",
    position: "integer",
  },
  benefit_family: {
    family: "varchar",
    title: "varchar",
    assumed: "varchar",
    rules_of: "varchar",
    position: "integer",
  },
  benefit_curve: { family: "varchar", earned: "integer", net: "integer", help: "integer" },
  benefit_turn: {
    family: "varchar",
    kind: "varchar",
    from_earned: "integer",
    to_earned: "integer",
    lost: "integer",
    break_even: "integer",
    program: "varchar",
    position: "integer",
  },
  benefit_rule: {
    program: "varchar",
    title: "varchar",
    effective_from: "varchar",
    source: "varchar",
    checked: "varchar",
    position: "integer",
  },
  aggregate_partner: { partner_id: "varchar", name: "varchar", kind: "varchar", received_on: "varchar" },
  cell: { ...figure, part: "varchar", status: "varchar", value: "integer" },
  aggregate_cell: { partner_id: "varchar", ...figure, part: "varchar", status: "varchar", value: "integer" },
  rate: {
    ...figure,
    rate: "varchar",
    status: "varchar",
    numerator: "integer",
    denominator: "integer",
    share: "double",
    low: "double",
    high: "double",
  },
  median: {
    ...figure,
    median: "varchar",
    status: "varchar",
    n: "integer",
    value: "double",
    low: "double",
    high: "double",
  },
  sum: { ...figure, sum: "varchar", status: "varchar", n: "integer", value: "double" },
  standardised: {
    ...figure,
    rate: "varchar",
    status: "varchar",
    observed: "integer",
    ratio: "double",
    low: "double",
    high: "double",
  },
};

const names = Object.keys(tables) as (keyof PublishedStore)[];

/** Writes a publication into an empty store, table by table, its rows in the order they come in. */
export async function writePublication(door: Door, publication: Publication): Promise<void> {
  for (const name of names) {
    const columns = Object.entries(tables[name]).map(([column, type]) => `${quoteName(column)} ${type}`);
    await door.run(`create table ${quoteName(name)} (${columns.join(", ")})`);
    await door.append(name, tables[name], publication[name]);
  }
}

/** Reads a published store back, its rows in the order they were written in. */
export async function readPublication(path: string): Promise<Publication> {
  const door = await openWarehouse(path, { readOnly: true });
  try {
    const rows: Record<string, unknown> = {};
    for (const name of names) {
      const columns = Object.keys(tables[name]).map(quoteName).join(", ");
      rows[name] = await door.rows(`select ${columns} from ${quoteName(name)} order by rowid`);
    }
    return rows as unknown as Publication;
  } finally {
    await door.close();
  }
}

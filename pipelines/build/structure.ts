import { recordKind } from "../../models/contract/catalogue.ts";
import { groupings } from "../../models/grouping.ts";
import { feedTables, isTableFeed } from "../feed-tables.ts";
import type { TableFeed } from "../network.ts";
import { publicRecords } from "../public-records.ts";
import type { Network } from "../read-network.ts";
import { type ColumnType, type Door, quoteText } from "../warehouse.ts";

/** Tables of the network itself: partners, programs, what each sends, groups of people, the as-of date. */
export async function loadStructure(door: Door, network: Network, asOf: string): Promise<void> {
  await fill(
    door,
    "partner",
    { partner_id: "varchar", name: "varchar", kind: "varchar", links_people: "boolean" },
    network.partners.map(({ id, name, kind, links_people }) => ({ partner_id: id, name, kind, links_people })),
  );
  const programs = network.partners.flatMap((partner) =>
    partner.programs.map(({ id, name, tier }) => ({ program_id: id, partner_id: partner.id, name, tier })),
  );
  await fill(
    door,
    "program",
    { program_id: "varchar", partner_id: "varchar", name: "varchar", tier: "varchar" },
    programs,
  );
  const records = network.partners.flatMap((partner) =>
    [
      ...new Set(
        partner.feeds.flatMap((feed) => (isTableFeed(feed) ? feedTables(feed).flatMap(sentBy) : publicRecords(feed))),
      ),
    ].map((record) => ({
      partner_id: partner.id,
      record,
    })),
  );
  await fill(door, "partner_record", { partner_id: "varchar", record: "varchar" }, records);
  const groups = groupings(network).flatMap(({ slice, members }) =>
    members.flatMap(({ id, of }) => of.map((group) => ({ slice, said: group, member: id }))),
  );
  await fill(door, "group_member", { slice: "varchar", said: "varchar", member: "varchar" }, groups);
  await door.run(`create table run_day as select cast(${quoteText(asOf)} as date) as as_of`);
}

/** The record kind of a feed, each of its fields that the feed has a column for, as `enrollment.exit_destination`, and each code it has a word for, or every one where it has no words, as `benefit_month.benefit.snap`. */
function sentBy({ record, columns }: TableFeed): string[] {
  const { fields } = recordKind(record);
  return [
    record,
    ...Object.entries(columns).flatMap(([name, { words, constant }]) => {
      const field = fields[name];
      const all = field?.type === "code" ? Object.keys(field.codes) : [];
      const said = constant === undefined ? Object.values(words ?? {}) : [constant];
      const codes = said.length === 0 ? all : all.filter((code) => said.includes(code));
      return [`${record}.${name}`, ...codes.map((code) => `${record}.${name}.${code}`)];
    }),
  ];
}

/** Tables that depend on what was loaded: the domains each partner asks about, benefits it reports in the contract's own words, and the quarters from the first entry on, or from an earlier day if one is given. */
export async function loadCalendar(door: Door, network: Network, from: string | null = null): Promise<void> {
  const first = from === null ? "as_of" : `date ${quoteText(from)}`;
  await door.run(
    "create table partner_domain as select distinct partner_id, domain from assessment_score order by all",
  );
  await door.run(`insert into partner_record
    select partner_id, 'benefit_month.benefit.' || benefit from benefit_month except select partner_id, record from partner_record`);
  const shift = network.program_year_starts - 1;
  await door.run(`create table quarter as
    with days as (select date_trunc('quarter', least(min(entered_on), any_value(${first}))) as first, any_value(as_of) as last from run_day left join enrollment on entered_on <= as_of)
    select strftime(day, '%Y') || '-Q' || quarter(day) as quarter,
      'PY' || year(day - to_months(${shift})) as year,
      cast(day as date) as starts_on, cast(day + interval 3 month - interval 1 day as date) as ends_on,
      cast(make_date(year(day - to_months(${shift})), ${network.program_year_starts}, 1) + interval 1 year - interval 1 day as date) as year_ends_on
    from days, unnest(generate_series(first, cast(last as timestamp), interval 3 month)) as t(day) order by starts_on`);
}

async function fill(door: Door, table: string, columns: Record<string, ColumnType>, rows: readonly object[]) {
  await door.run(
    `create table ${table} (${Object.entries(columns)
      .map(([name, type]) => `${name} ${type}`)
      .join(", ")})`,
  );
  await door.append(table, columns, rows);
}

import { existsSync } from "node:fs";
import path from "node:path";
import { groupSlices } from "../../models/figure-key.ts";
import type { Measure } from "../../models/measures/measure.ts";
import { closedPeriods, type KeptQuarter, type Past } from "../kept.ts";
import type { Network } from "../read-network.ts";
import { type Door, quoteName, quoteText } from "../warehouse.ts";
import { KEPT, keptMeasures, keptTable } from "./placed-units.ts";

/** A day before every other. */
const EVER = "0001-01-01";

/**
 * Loads what the last release kept: of every measure the rows of its closed periods, all figures as they were, and what was printed.
 * Throws, naming it, when a unit or group of then is not configured any more. Needs the structure; the calendar comes after it.
 */
export async function loadKept(door: Door, past: Past, network: Network, measures: readonly Measure[]): Promise<void> {
  checkUnits(past, network);
  await checkGroups(door, past);
  await createClosed(door, past, measures);
  await door.run(`create schema ${KEPT}`);
  for (const measure of measures) await loadUnits(door, past, measure);
  const at = (name: string) => quoteText(path.join(past.folder, name));
  await door.run(`create table before_figure as select * from read_parquet(${at("figure.parquet")})`);
  await door.run(`create table before_contribution as select * from read_parquet(${at("contribution.parquet")})`);
  await loadPrinted(door, past);
}

async function createClosed(door: Door, past: Past, measures: readonly Measure[]) {
  await door.run("create table closed_period (measure varchar, period_kind varchar, period varchar)");
  await door.run("create table closed_quarter (measure varchar, quarter varchar, takes_from date, ends_on date)");
  for (const measure of measures) {
    const { quarters, years } = closedPeriods(past, measure);
    const periods = [
      ...quarters.map(({ quarter }) => ({ measure: measure.id, period_kind: "quarter", period: quarter })),
      ...years.map((year) => ({ measure: measure.id, period_kind: "year", period: year })),
    ];
    await door.append("closed_period", { measure: "varchar", period_kind: "varchar", period: "varchar" }, periods);
    for (const one of quarters) {
      // What is earlier than the first quarter there was is late for it too.
      const from = one === past.kept.quarters[0] ? EVER : one.starts_on;
      const row = [measure.id, one.quarter, from, one.ends_on].map(quoteText).join(", ");
      await door.run(`insert into closed_quarter values (${row})`);
    }
  }
}

async function loadUnits(door: Door, past: Past, measure: Measure) {
  const { quarters } = closedPeriods(past, measure);
  const file = path.join(past.folder, "units", `${measure.id}.parquet`);
  if (quarters.length === 0) return;
  if (!existsSync(file)) throw new Error(`what release ${past.kept.release} counted is not all there: ${file}`);
  const closed = quarters.map(({ quarter }) => quoteText(quarter)).join(", ");
  await door.run(`create table ${keptTable(measure.id)} as
    select * from read_parquet(${quoteText(file)}) where quarter in (${closed})`);
}

/** Table `printed_before`: of every figure that was ever printed the value and the release it was printed in last. */
async function loadPrinted(door: Door, { ledgers }: Past) {
  await door.run("create table printed_before (address varchar, value double, release integer)");
  for (const { release, file } of ledgers)
    await door.run(`insert into printed_before
      select address, try_cast(value as double), ${release} from read_csv(${quoteText(file)}, header = true, all_varchar = true)
      where status = 'shown'`);
  await door.run(`create or replace table printed_before as
    select address, max_by(value, release) as value, max(release) as release from printed_before group by address`);
}

/** People who stand in a closed period are in the groups they were in then, in every measure. Needs `person_group`. */
export async function freezeGroups(door: Door): Promise<void> {
  const tables = [...(await keptMeasures(door))].map(
    (id) => `select person_key, ${groupSlices.join(", ")} from ${keptTable(id)}`,
  );
  if (tables.length === 0) return;
  const first = groupSlices.map((slice) => `min(${slice}) as ${slice}`).join(", ");
  await door.run(
    `create temp table group_before as select person_key, ${first} from (${tables.join(" union all ")}) group by person_key`,
  );
  await door.run(`update person_group set ${groupSlices.map((slice) => `${quoteName(slice)} = b.${quoteName(slice)}`).join(", ")}
    from group_before as b where b.person_key = person_group.person_key`);
  await door.run("drop table group_before");
}

function checkUnits({ kept }: Past, { partners }: Network) {
  const now = new Map(
    partners.flatMap((partner) => partner.programs.map(({ id, tier }) => [id, `${partner.id} ${tier}`] as const)),
  );
  for (const { program_id, partner_id, tier } of kept.programs) {
    const is = now.get(program_id);
    if (is === undefined)
      throw new Error(
        `release ${kept.release} has figures of the program "${program_id}" of ${partner_id}, and it is not configured; keep it, without feeds if it has ended`,
      );
    if (is !== `${partner_id} ${tier}`)
      throw new Error(
        `the program "${program_id}" was of ${partner_id} in ${tier} in release ${kept.release}; a program that moves gets an id of its own`,
      );
  }
}

async function checkGroups(door: Door, { kept }: Past) {
  const rows = await door.rows<{ slice: string; member: string }>("select distinct slice, member from group_member");
  const now = new Set(rows.map(({ slice, member }) => `${slice} ${member}`));
  const gone = kept.groups.find(({ slice, member }) => !now.has(`${slice} ${member}`));
  if (gone)
    throw new Error(
      `release ${kept.release} has figures of the group "${gone.member}" by ${gone.slice.replaceAll("_", " ")}, and there is no such group now; keep it in network.yaml`,
    );
}

/** Throws when a quarter of a release is in another program year now. Needs the calendar. */
export async function checkYears(door: Door, { kept }: Past): Promise<void> {
  const rows = await door.rows<KeptQuarter>("select quarter, year from quarter");
  const yearOf = new Map(rows.map(({ quarter, year }) => [quarter, year]));
  const moved = kept.quarters.find(({ quarter, year }) => yearOf.get(quarter) !== year);
  if (moved)
    throw new Error(
      `${moved.quarter} was in ${moved.year} in release ${kept.release}; program_year_starts cannot change any more`,
    );
}

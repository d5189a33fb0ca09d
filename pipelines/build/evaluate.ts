import { groupSlices, NETWORK, type Slice, TO_DATE } from "../../models/figure-key.ts";
import type { Measure, Part, Shape } from "../../models/measures/measure.ts";
import { partsOf } from "../../models/relations/cell.ts";
import { type Door, quoteText } from "../warehouse.ts";
import { checkGrain } from "./facts.ts";
import { freezeReasons } from "./freeze-reasons.ts";
import { createMedians, insertMedians } from "./medians.ts";
import { keptMeasures, keptTable, placedUnitsSql } from "./placed-units.ts";
import { createStandardised, insertStandardised } from "./standardised.ts";
import { createSums, insertSums } from "./sums.ts";
import { columnOf, unitRows } from "./unit-rows.ts";

/** Stages of the latest assessment after the baseline: the members of the follow-up slice. */
export const followups = ["interim", "exit", "none"] as const;

/** Slices whose members can hold people of several partners. */
const SHARED_BY_PARTNERS: readonly Slice[] = ["network", "tier", "followup", ...groupSlices];

/** Computes every measure for every slice and period into the table `figure`, what each partner has in it into `contribution`, medians into `median_figure`, sums into `sum_figure`, and people by stratum into `standardised_figure`. Tells `onMeasure` of each that is done. Throws when a measure repeats a unit or counts where nothing can be. */
export async function evaluate(
  door: Door,
  measures: readonly Measure[],
  onMeasure?: (id: string) => void,
): Promise<void> {
  await door.run(`create table figure (measure varchar, series varchar, slice varchar, member varchar, period_kind varchar,
    period varchar, part varchar, value integer, people integer, reason varchar)`);
  await door.run(`create table contribution (measure varchar, series varchar, slice varchar, member varchar, period_kind varchar,
    period varchar, part varchar, partner_id varchar, value integer)`);
  await door.run("create or replace table counted_partner (measure varchar, partner_id varchar)");
  await createMembers(door);
  await createMedians(door);
  await createSums(door);
  await createStandardised(door);
  const kept = await keptMeasures(door);
  for (const measure of measures) {
    await createCollectors(door, measure);
    await createUnits(door, measure, kept);
    for (const pass of passesOf(measure)) await insertFigures(door, measure, pass);
    await insertMedians(door, measure);
    await insertSums(door, measure);
    await insertStandardised(door, measure);
    await door.run("drop table unit; drop table collector");
    onMeasure?.(measure.id);
  }
  await door.run("drop table member");
  if (kept.size > 0) await freezeReasons(door);
  await checkStructuralZeros(door);
}

async function createMembers(door: Door) {
  const stages = followups.map((stage) => `(${quoteText(stage)})`).join(", ");
  await door.run(`create temp table member as
    with first as (select g.program_id, g.partner_id, g.tier, p.links_people, min(e.entered_on) as since
      from program as g join partner as p on p.partner_id = g.partner_id
      left join episode as e on e.program_id = g.program_id group by all),
    unit as (select 'network' as slice, ${quoteText(NETWORK)} as member, * from first
      union all select 'tier', tier, * from first
      union all select 'partner', partner_id, * from first
      union all select 'program', program_id, * from first
      union all select 'followup', t.stage, first.* from first, (values ${stages}) as t(stage)
      union all select c.slice, c.member, first.* from first, (select distinct slice, member from group_member) as c)
    select slice, member, min(since) as since, bool_or(links_people) as links from unit group by slice, member`);
}

async function createUnits(door: Door, measure: Measure, kept: ReadonlySet<string>) {
  // What a release counted stays although its partner does not send it any more.
  const counted = kept.has(measure.id) ? ` union select partner_id from ${keptTable(measure.id)}` : "";
  await door.run(`insert into counted_partner select ${quoteText(measure.id)}, partner_id from
    (select member as partner_id from collector where slice = 'partner'${counted})`);
  await door.run(`create temp table unit as select * from (${placedUnitsSql(door, measure, kept)})
    where partner_id in (select partner_id from counted_partner where measure = ${quoteText(measure.id)})`);
  try {
    await checkGrain(door, "unit", ["unit_id"]);
  } catch (error) {
    throw new Error(`measure ${measure.id}: ${(error as Error).message}`, { cause: error });
  }
}

/** Who is in the measure at all: a partner that sends every record kind it needs and, where not all offer every series, has one of it. */
async function createCollectors(door: Door, measure: Measure) {
  const needed = measure.requires.map(quoteText).join(", ");
  const series = measure.series.map(({ id }) => `(${quoteText(id)})`).join(", ");
  const asks = "exists (select 1 from partner_domain as d where d.partner_id = a.partner_id and d.domain = s.series)";
  await door.run(`create temp table collector as
    with able as (select partner_id from partner_record where record in (${needed}) group by partner_id having count(distinct record) = ${measure.requires.length}),
    asked as (select a.partner_id, s.series from able as a, (values ${series}) as s(series)
      where ${measure.offeredIf ?? (measure.byDomain ? asks : "true")}),
    offered as (select g.program_id, g.partner_id, g.tier, k.series from program as g join asked as k on k.partner_id = g.partner_id)
    select distinct 'partner' as slice, partner_id as member, series from offered
    union all select distinct 'program', program_id, series from offered
    union all select distinct 'tier', tier, series from offered
    union all select distinct m.slice, m.member, o.series from member as m, offered as o where m.slice not in ('partner', 'program', 'tier')`);
}

/** Shapes that are counted in one pass: those of the same periods and detail, but one by one where a person counts once in each unit. */
function passesOf({ shape, unduplicated }: Measure): Shape[][] {
  if (unduplicated) return shape.map((one) => [one]);
  return [...Map.groupBy(shape, ({ periods, detail }) => `${periods} ${detail ?? false}`).values()];
}

async function insertFigures(door: Door, measure: Measure, pass: readonly Shape[]) {
  await door.run(`create temp table counted as ${counted(measure, pass, false)}`);
  await door.run(spine(measure, pass));
  await door.run("drop table counted");
  // In an unduplicated measure a person is not one partner's.
  const shared = pass.filter(({ slice }) => SHARED_BY_PARTNERS.includes(slice));
  if (measure.unduplicated || shared.length === 0) return;
  await door.run(`insert into contribution
    select ${quoteText(measure.id)}, c.series, c.slice, c.member, c.period_kind, c.period, c.part, c.partner_id, c.value
    from (${counted(measure, shared, true)}) as c
    semi join figure as f on f.measure = ${quoteText(measure.id)} and f.slice = c.slice and f.part = c.part
    where c.value > 0`);
}

/** Counts of every part in every unit and period of some shapes, told apart by partner if need be; none where there is nobody. */
function counted(measure: Measure, pass: readonly Shape[], byPartner: boolean): string {
  const parts = partsOfPass(measure, pass);
  const behind = measure.severalPerPerson ? "count(distinct person_key)" : "null::integer";
  const counts = parts.flatMap(({ when }, index) => [
    `count(*) filter (where ${when}) as p${index}`,
    measure.severalPerPerson ? `${behind} filter (where ${when}) as n${index}` : `${behind} as n${index}`,
  ]);
  const cells = parts.map((part, index) => `{'part': ${quoteText(part.id)}, 'value': p${index}, 'people': n${index}}`);
  const apart = byPartner ? ["partner_id"] : [];
  const keys = ["series", ...apart, "slice", "member", "period_kind", "period"].join(", ");
  return `select ${keys}, cell.part as part, cell.value as value, cell.people as people from (
      select ${keys}, unnest([${cells.join(", ")}]) as cell from (
        select ${["series", ...apart, ...placeOf(pass), ...counts].join(", ")}
        from (${unitRows(measure, pass[0]!.slice)}) group by grouping sets (${groupingSets(pass, apart).join(", ")})))`;
}

/** The groups in which rows are counted: every unit of every shape in every period. */
function groupingSets(pass: readonly Shape[], apart: readonly string[]): string[] {
  return pass
    .flatMap(({ slice, periods }) =>
      periods.map((kind) => ["series", ...columnOf(slice), ...apart, ...(kind === "all" ? [] : [kind])].join(", ")),
    )
    .map((columns) => `(${columns})`);
}

/** Which unit and period a group is. */
function placeOf(pass: readonly Shape[]): string[] {
  const slices = pass.flatMap(({ slice }) => columnOf(slice).map((column) => [column, quoteText(slice)] as const));
  const members = slices.map(([column]) => [column, column] as const);
  const kinds = pass[0]!.periods.filter((kind) => kind !== "all");
  return [
    `${byGrouping(slices, "'network'")} as slice`,
    `${byGrouping(members, quoteText(NETWORK))} as member`,
    `${byGrouping(
      kinds.map((kind) => [kind, quoteText(kind)]),
      "'all'",
    )} as period_kind`,
    `${byGrouping(
      kinds.map((kind) => [kind, kind]),
      quoteText(TO_DATE),
    )} as period`,
  ];
}

/** What stands for the first of some columns that rows are grouped by. */
function byGrouping(columns: readonly (readonly [column: string, means: string])[], otherwise: string): string {
  const cases = columns.map(([column, means]) => `when grouping(${column}) = 0 then ${means}`);
  return cases.length === 0 ? otherwise : `case ${cases.join(" ")} else ${otherwise} end`;
}

/** Every part that any shape of a pass makes. */
function partsOfPass(measure: Measure, pass: readonly Shape[]): Part[] {
  return [...new Set(pass.flatMap(({ slice, periods }) => partsOf(measure, slice, periods[0]!)))];
}

/** Every cell of some shapes, counted or not, with the reason it cannot be published if there is one. */
function spine(measure: Measure, pass: readonly Shape[]): string {
  const series = measure.series.map(({ id }) => `(${quoteText(id)})`).join(", ");
  const cells = pass.flatMap(({ slice, periods }) =>
    partsOf(measure, slice, periods[0]!).flatMap(({ id }) =>
      periods.map((kind) => `(${[slice, kind, id].map(quoteText).join(", ")})`),
    ),
  );
  return `insert into figure
    select ${quoteText(measure.id)}, s.series, m.slice, m.member, t.period_kind, t.period, p.part, coalesce(c.value, 0),
      ${measure.severalPerPerson ? "coalesce(c.people, 0)" : "null"},
      case when k.member is null or m.since is null or m.since > t.ends_on then 'not_collected'
        ${notApplicable(partsOfPass(measure, pass))}
        when t.period_kind <> 'all' and t.ends_on + ${measure.settlesAfterDays} > d.as_of then 'not_yet_settled' end
    from (values ${cells.join(", ")}) as p(slice, period_kind, part)
    join member as m on m.slice = p.slice
    join (${PERIODS}) as t on t.period_kind = p.period_kind
    cross join (values ${series}) as s(series)
    cross join run_day as d
    left join collector as k on k.slice = m.slice and k.member = m.member and k.series = s.series
    left join counted as c on c.series = s.series and c.slice = m.slice and c.member = m.member and c.period_kind = t.period_kind and c.period = t.period and c.part = p.part`;
}

/** The units in which a part can only be zero, as everybody knows. */
function notApplicable(parts: readonly Part[]): string {
  const linkage = parts.filter(({ needsLinkage }) => needsLinkage).map(({ id }) => quoteText(id));
  const impossible = parts.flatMap(({ id, impossibleFor = [] }) =>
    impossibleFor.map((member) => `(${quoteText(id)}, ${quoteText(member)})`),
  );
  return [
    linkage.length > 0 ? `when not m.links and p.part in (${linkage.join(", ")}) then 'not_applicable'` : "",
    impossible.length > 0
      ? `when m.slice in ('followup', 'partner') and (p.part, m.member) in (${impossible.join(", ")}) then 'not_applicable'`
      : "",
    ...[...Map.groupBy(parts, ({ needs }) => JSON.stringify(needs)).values()].map(notSent),
  ].join(" ");
}

/** The units where no partner sends what some parts need, one of each list. */
function notSent(parts: readonly Part[]): string {
  const { needs } = parts[0]!;
  if (needs === undefined) return "";
  const one = needs.map((records) => `bool_or(record in (${records.map(quoteText).join(", ")}))`);
  const able = `select partner_id from partner_record group by partner_id having ${one.join(" and ")}`;
  const isSent = `case m.slice when 'partner' then m.member in (${able}) else exists (${able}) end`;
  return `when p.part in (${parts.map(({ id }) => quoteText(id)).join(", ")}) and not ${isSent} then 'not_applicable'`;
}

const PERIODS = `select 'all' as period_kind, ${quoteText(TO_DATE)} as period, as_of as ends_on from run_day
  union all select distinct 'year', year, year_ends_on from quarter
  union all select 'quarter', quarter, ends_on from quarter`;

async function checkStructuralZeros(door: Door) {
  const [wrong] = await door.rows<{ measure: string; member: string; part: string }>(
    "select measure, member, part from figure where reason in ('not_collected', 'not_applicable') and value <> 0 limit 1",
  );
  if (wrong) throw new Error(`counted where nothing can be: ${wrong.measure} ${wrong.member} ${wrong.part}`);
}

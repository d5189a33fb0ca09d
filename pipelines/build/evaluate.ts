import type { Slice } from "../../models/figure-key.ts";
import { NETWORK, TO_DATE } from "../../models/figure-key.ts";
import type { Measure, Part, Shape } from "../../models/measures/measure.ts";
import { partsOf } from "../../models/relations/cell.ts";
import { type Door, quoteText } from "../warehouse.ts";
import { checkGrain } from "./facts.ts";
import { unitsSql } from "./units.ts";

/** Stages of the latest assessment after the baseline: the members of the follow-up slice. */
export const followups = ["interim", "exit", "none"] as const;

/** The member of a slice that a unit belongs to. */
const MEMBER: Readonly<Record<Slice, string>> = {
  network: quoteText(NETWORK),
  tier: "tier",
  partner: "partner_id",
  program: "program_id",
  followup: "followup",
};

/** Slices whose members can hold people of several partners. */
const SHARED_BY_PARTNERS: readonly Slice[] = ["network", "tier", "followup"];

/** Computes every measure for every slice and period into the table `figure`, and what each partner has in it into `contribution`. Tells `onMeasure` of each that is done. Throws when a measure repeats a unit or counts where nothing can be. */
export async function evaluate(
  door: Door,
  measures: readonly Measure[],
  onMeasure?: (id: string) => void,
): Promise<void> {
  await door.run(`create table figure (measure varchar, series varchar, slice varchar, member varchar, period_kind varchar,
    period varchar, part varchar, value integer, reason varchar)`);
  await door.run(`create table contribution (measure varchar, series varchar, slice varchar, member varchar, period_kind varchar,
    period varchar, part varchar, partner_id varchar, value integer)`);
  await createMembers(door);
  for (const measure of measures) {
    await createCollectors(door, measure);
    await createUnits(door, measure);
    for (const shape of measure.shape) await insertFigures(door, measure, shape);
    await door.run("drop table unit; drop table collector");
    onMeasure?.(measure.id);
  }
  await door.run("drop table member");
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
      union all select 'followup', t.stage, first.* from first, (values ${stages}) as t(stage))
    select slice, member, min(since) as since, bool_or(links_people) as links from unit group by slice, member`);
}

async function createUnits(door: Door, measure: Measure) {
  await door.run(`create temp table unit as
    select u.*, g.tier, q.quarter, q.year from (${unitsSql(door, measure)}) as u
    join program as g on g.program_id = u.program_id
    join quarter as q on u.anchored_on between q.starts_on and q.ends_on
    where u.partner_id in (select member from collector where slice = 'partner')`);
  try {
    await checkGrain(door, "unit", ["unit_id"]);
  } catch (error) {
    throw new Error(`measure ${measure.id}: ${(error as Error).message}`, { cause: error });
  }
}

/** Who is in the measure at all: a partner that sends every record kind it needs and, where series are domains, asks about the domain. */
async function createCollectors(door: Door, measure: Measure) {
  const needed = measure.requires.map(quoteText).join(", ");
  const series = measure.series.map(({ id }) => `(${quoteText(id)})`).join(", ");
  const asks = "exists (select 1 from partner_domain as d where d.partner_id = a.partner_id and d.domain = s.series)";
  await door.run(`create temp table collector as
    with able as (select partner_id from partner_record where record in (${needed}) group by partner_id having count(distinct record) = ${measure.requires.length}),
    asked as (select a.partner_id, s.series from able as a, (values ${series}) as s(series)
      where ${measure.byDomain ? asks : "true"}),
    offered as (select g.program_id, g.partner_id, g.tier, k.series from program as g join asked as k on k.partner_id = g.partner_id)
    select distinct 'partner' as slice, partner_id as member, series from offered
    union all select distinct 'program', program_id, series from offered
    union all select distinct 'tier', tier, series from offered
    union all select distinct m.slice, m.member, o.series from member as m, offered as o where m.slice in ('network', 'followup')`);
}

async function insertFigures(door: Door, measure: Measure, shape: Shape) {
  const parts = partsOf(measure, shape.slice, shape.periods[0]!);
  await door.run(`create temp table counted as ${counted(measure, shape, parts, ["series", "member"])}`);
  await door.run(spine(measure, shape, parts));
  await door.run("drop table counted");
  // In an unduplicated measure a person is not one partner's.
  if (measure.unduplicated || !SHARED_BY_PARTNERS.includes(shape.slice)) return;
  await door.run(`insert into contribution
    select ${quoteText(measure.id)}, series, ${quoteText(shape.slice)}, member, period_kind, period, part, partner_id, value
    from (${counted(measure, shape, parts, ["series", "member", "partner_id"])}) where value > 0`);
}

/** Counts of every part in every period of a shape, by the given columns; none where there is nobody. */
function counted(measure: Measure, shape: Shape, parts: readonly Part[], by: readonly string[]): string {
  const keys = by.join(", ");
  const counts = parts.map((part, index) => `count(*) filter (where ${part.when}) as p${index}`).join(", ");
  const sets = shape.periods.map((kind) => (kind === "all" ? `(${keys})` : `(${keys}, ${kind})`)).join(", ");
  const kinds = (["quarter", "year"] as const).filter((kind) => shape.periods.includes(kind));
  const kind = `case ${kinds.map((each) => `when grouping(${each}) = 0 then '${each}'`).join(" ")} else 'all' end`;
  const period = `coalesce(${[...kinds.map((each) => `case when grouping(${each}) = 0 then ${each} end`), quoteText(TO_DATE)].join(", ")})`;
  const cells = parts.map((part, index) => `{'part': ${quoteText(part.id)}, 'value': p${index}}`).join(", ");
  return `select ${keys}, period_kind, period, cell.part as part, cell.value as value from (
      select *, unnest([${cells}]) as cell from (
        select ${keys}, ${kinds.length > 0 ? kind : "'all'"} as period_kind, ${period} as period, ${counts}
        from (${unitRows(measure, shape.slice)}) group by grouping sets (${sets})))`;
}

/** The rows that are counted for one slice; for unduplicated measures each person once per member, at the first of its rows. */
function unitRows(measure: Measure, slice: Slice): string {
  const member = MEMBER[slice];
  if (!measure.unduplicated) return `select *, ${member} as member from unit`;
  return `select f.*, q.quarter, q.year from (
      select series, ${member} as member, person_key, min(anchored_on) as first_on, bool_or(linked) as linked from unit group by all) as f
    join quarter as q on f.first_on between q.starts_on and q.ends_on`;
}

/** Every cell of the shape, counted or not, with the reason it cannot be published if there is one. */
function spine(measure: Measure, shape: Shape, parts: readonly Part[]): string {
  const series = measure.series.map(({ id }) => `(${quoteText(id)})`).join(", ");
  const names = parts.map((part) => `(${quoteText(part.id)})`).join(", ");
  return `insert into figure
    select ${quoteText(measure.id)}, s.series, m.slice, m.member, t.period_kind, t.period, p.part, coalesce(c.value, 0),
      case when k.member is null or m.since is null or m.since > t.ends_on then 'not_collected'
        ${notApplicable(shape, parts)}
        when t.period_kind <> 'all' and t.ends_on + ${measure.settlesAfterDays} > d.as_of then 'not_yet_settled' end
    from member as m
    cross join (values ${series}) as s(series)
    cross join (${periods(shape)}) as t
    cross join (values ${names}) as p(part)
    cross join run_day as d
    left join collector as k on k.slice = m.slice and k.member = m.member and k.series = s.series
    left join counted as c on c.series = s.series and c.member = m.member and c.period_kind = t.period_kind and c.period = t.period and c.part = p.part
    where m.slice = ${quoteText(shape.slice)}`;
}

/** The units in which a part can only be zero, as everybody knows. */
function notApplicable({ slice }: Shape, parts: readonly Part[]): string {
  const linkage = parts.filter(({ needsLinkage }) => needsLinkage).map(({ id }) => quoteText(id));
  const impossible = parts.flatMap(({ id, impossibleFor }) =>
    slice === "followup" ? (impossibleFor ?? []).map((member) => `(${quoteText(id)}, ${quoteText(member)})`) : [],
  );
  return [
    linkage.length > 0 ? `when not m.links and p.part in (${linkage.join(", ")}) then 'not_applicable'` : "",
    impossible.length > 0 ? `when (p.part, m.member) in (${impossible.join(", ")}) then 'not_applicable'` : "",
  ].join(" ");
}

const PERIODS = {
  all: `select 'all' as period_kind, ${quoteText(TO_DATE)} as period, as_of as ends_on from run_day`,
  year: "select distinct 'year', year, year_ends_on from quarter",
  quarter: "select 'quarter', quarter, ends_on from quarter",
} as const;

const periods = (shape: Shape) =>
  `select * from (${shape.periods.map((kind) => PERIODS[kind]).join(" union all ")}) as t(period_kind, period, ends_on)`;

async function checkStructuralZeros(door: Door) {
  const [wrong] = await door.rows<{ measure: string; member: string; part: string }>(
    "select measure, member, part from figure where reason in ('not_collected', 'not_applicable') and value <> 0 limit 1",
  );
  if (wrong) throw new Error(`counted where nothing can be: ${wrong.measure} ${wrong.member} ${wrong.part}`);
}

import type { Measure, Part, Sum } from "../../models/measures/measure.ts";
import { type Door, quoteText } from "../warehouse.ts";

/** Makes the empty table of private sums. */
export async function createSums(door: Door): Promise<void> {
  await door.run(`create table sum_figure (measure varchar, series varchar, sum varchar, without varchar, people integer,
    amount double, largest double, second double)`);
}

/** Adds up what the rows in the table `unit` were given, series by series, for the network to date: in all, and without each partner's own. */
export async function insertSums(door: Door, measure: Measure): Promise<void> {
  const { id, sums = [], series } = measure;
  if (new Set(sums.map(({ unit }) => unit)).size < sums.length) throw new Error(`two sums of one unit in ${id}`);
  if (sums.length > 0 && series.length > 1 && series.some((one) => one.id === "all"))
    throw new Error(`sums of series and of them all in ${id}`);
  for (const sum of sums) await insertSum(door, measure, sum);
}

async function insertSum(door: Door, { id, kind }: Measure, sum: Sum) {
  const part = kind.parts.find((one) => one.id === sum.among);
  if (!part?.printed) throw new Error(`no printed part for a sum of ${id}: ${sum.among}`);
  const [gap] = await door.rows(`select 1 from unit where (${part.when}) and (${sum.amount}) is null limit 1`);
  if (gap) throw new Error(`counted without an amount in ${id}: ${sum.among}`);
  await door.run(`insert into sum_figure ${sumSql(id, sum, part)}`);
}

/** One row for the whole sum of each series and one for what is left without each partner, of people told apart in the whole network. */
const sumSql = (measure: string, { id, amount }: Sum, { when }: Part) => `
  with given as (select series, partner_id, person_key, cast(${amount} as bigint) as amount from unit where ${when}),
  person_of as (select distinct partner_id, person_key, network_person_key from episode),
  per_person as (select g.series, g.partner_id, coalesce(p.network_person_key, g.person_key) as receiver, sum(g.amount) as amount
    from given as g left join person_of as p on p.partner_id = g.partner_id and p.person_key = g.person_key group by all),
  seen as (select distinct series, partner_id as without from per_person union all select distinct series, null from per_person),
  left_over as (select s.series, s.without, a.receiver, sum(a.amount) as amount from seen as s
    join per_person as a on a.series = s.series and (s.without is null or a.partner_id <> s.without)
    group by all having sum(a.amount) > 0)
  select ${quoteText(measure)}, series, ${quoteText(id)}, without, count(*), sum(amount), max(amount),
    coalesce((list(amount order by amount desc))[2], 0)
  from left_over group by series, without`;

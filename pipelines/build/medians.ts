import type { Measure, Median } from "../../models/measures/measure.ts";
import { medianInterval } from "../../models/statistics/median-interval.ts";
import { type Door, quoteText } from "../warehouse.ts";

/** Makes the empty table of private medians. */
export async function createMedians(door: Door): Promise<void> {
  await door.run(`create table median_figure (measure varchar, series varchar, slice varchar, member varchar, median varchar,
    people integer, value double, low double, high double)`);
}

/** Works out the medians of the rows that stand in the table `unit`: of the whole network and of each partner, to date. */
export async function insertMedians(door: Door, measure: Measure): Promise<void> {
  for (const median of measure.medians ?? []) {
    const bySlice = {
      network: await valuesBy(door, measure, median, "'network'"),
      partner: await valuesBy(door, measure, median, "partner_id"),
    };
    for (const [slice, groups] of Object.entries(bySlice)) {
      for (const { series, member, values } of groups) {
        const names = [measure.id, series, slice, member, median.id].map(quoteText).join(", ");
        const { median: value, low, high } = medianInterval(values);
        await door.run(`insert into median_figure values (${names}, ${values.length}, ${value}, ${low}, ${high})`);
      }
    }
  }
}

/** The values behind a median, member by member. Throws when somebody whom its part counts has none. */
async function valuesBy(door: Door, { id, kind }: Measure, { among, value }: Median, member: string) {
  const part = kind.parts.find((one) => one.id === among);
  if (!part?.printed) throw new Error(`no printed part for a median of ${id}: ${among}`);
  const groups = await door.rows<{ series: string; member: string; values: (number | null)[] }>(
    `select series, ${member} as member, list(cast(${value} as integer)) as values from unit where ${part.when} group by all order by all`,
  );
  return groups.map(({ values, ...group }) => {
    if (values.includes(null)) throw new Error(`counted without a value in ${id}: ${among}`);
    return { ...group, values: values as number[] };
  });
}

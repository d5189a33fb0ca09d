import type { Measure } from "../../models/measures/measure.ts";
import { type Door, quoteText } from "../warehouse.ts";

/** Makes the empty table of each partner's people by stratum. */
export async function createStandardised(door: Door): Promise<void> {
  await door.run(`create table standardised_figure (measure varchar, partner_id varchar, member varchar, numerator integer,
    denominator integer)`);
}

/** Counts the rows in the table `unit` of each partner by the groups that a measure is standardised by, to date. */
export async function insertStandardised(door: Door, { id, kind, standardised }: Measure): Promise<void> {
  if (standardised === undefined) return;
  const rate = kind.rates.find((one) => one.id === standardised.rate);
  const whenOf = (part: string | undefined) => kind.parts.find((one) => one.id === part)?.when;
  const [numerator, denominator] = [whenOf(rate?.numerator), whenOf(rate?.denominator)];
  if (!numerator || !denominator) throw new Error(`no rate to standardise in ${id}: ${standardised.rate}`);
  await door.run(`insert into standardised_figure
    select ${quoteText(id)}, partner_id, ${standardised.by}, count(*) filter (where ${numerator}),
      count(*) filter (where ${denominator}) from unit group by all`);
}

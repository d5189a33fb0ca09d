import type { Door } from "../warehouse.ts";

/**
 * Closed figures keep the reason for which they had a number or none; elsewhere somebody who was counted stays counted although the
 * partner does not send it any more.
 */
export async function freezeReasons(door: Door): Promise<void> {
  const key = "measure, series, slice, member, period_kind, period";
  await door.run(`update figure set reason = b.reason from before_figure as b, closed_period as c
    where ${["measure", "series", "slice", "member", "period_kind", "period", "part"].map((column) => `figure.${column} = b.${column}`).join(" and ")}
      and c.measure = figure.measure and c.period_kind = figure.period_kind and c.period = figure.period`);
  await door.run("update figure set reason = null where reason = 'not_applicable' and value <> 0");
  await door.run(`update figure set reason = null where reason = 'not_collected'
    and (${key}) in (select (${key}) from figure where reason = 'not_collected' and value <> 0)`);
}

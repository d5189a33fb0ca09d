import type { Finding } from "../findings.ts";
import type { Network } from "../read-network.ts";
import type { Receipt } from "../receive/receipt.ts";

const DAY = 86_400_000;

/** The feeds of which nothing new was accepted for longer than was agreed, counted in days up to `today` (`YYYY-MM-DD`). */
export function lateFeeds(
  { partners }: Pick<Network, "partners">,
  receipts: readonly Receipt[],
  today: string,
): Finding[] {
  return partners.flatMap((partner) =>
    partner.feeds.flatMap(({ id: feed, expected_every_days: every }): Finding[] => {
      if (every === undefined) return [];
      const last = lastDay(receipts.filter((receipt) => receipt.partner === partner.id && receipt.feed === feed));
      const days = last === null ? 0 : Math.round((Date.parse(today) - Date.parse(last)) / DAY);
      if (last !== null && days <= every) return [];
      return [{ code: "late-feed", partner: partner.id, feed, facts: { feed, every, last, days } }];
    }),
  );
}

/** Day on which something was last accepted that had not been before; null when nothing was. */
function lastDay(receipts: readonly Receipt[]): string | null {
  const days = new Map<string, string>();
  for (const { outcome, hash, received_at } of receipts)
    if (outcome === "accepted" && !days.has(hash)) days.set(hash, received_at.slice(0, 10));
  return [...days.values()].sort().at(-1) ?? null;
}

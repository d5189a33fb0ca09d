import type { Network } from "../read-network.ts";
import { type Receipt, sameName } from "../receive/receipt.ts";
import type { Delivery } from "./deliveries.ts";

/**
 * The receipts whose rows make the warehouse, oldest first. A partial feed is the sum of everything accepted: what a later
 * file does not mention stays. A full snapshot is the set it was last settled to be; one never settled, what is good of it now.
 */
export function receiptsInUse(
  network: Network,
  receipts: readonly Receipt[],
  deliveries: readonly Delivery[],
): Receipt[] {
  const accepted = receipts.filter((receipt) => receipt.outcome === "accepted");
  return network.partners
    .flatMap((partner) =>
      partner.feeds.flatMap((feed) => {
        const own = accepted.filter((receipt) => receipt.partner === partner.id && receipt.feed === feed.id);
        const there = deliveries.filter(
          (delivery) => delivery.partner.id === partner.id && delivery.feed.id === feed.id,
        );
        if (feed.sends === "partial") return lastOf(own, (a, b) => a.hash === b.hash && sameName(a, b));
        const settled = own.filter(({ in_use }) => in_use);
        if (settled.length > 0) return settled;
        const good = goodNow(own, there);
        return good.length > 0 ? good : lastOf(own, sameName);
      }),
    )
    .sort((a, b) => a.order - b.order);
}

/** The last good version of each file of one feed that is now in the folder. */
export function goodNow(own: readonly Receipt[], deliveries: readonly Delivery[]): Receipt[] {
  const good = own.filter(
    ({ outcome, name }) => outcome === "accepted" && deliveries.some((delivery) => delivery.name === name),
  );
  return lastOf(good, sameName);
}

function lastOf(receipts: readonly Receipt[], same: (a: Receipt, b: Receipt) => boolean): Receipt[] {
  return receipts.filter((receipt, index) => !receipts.slice(index + 1).some((later) => same(receipt, later)));
}

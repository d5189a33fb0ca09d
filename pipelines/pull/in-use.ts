import type { Network } from "../read-network.ts";
import { type Receipt, sameName } from "../receive/receipt.ts";
import type { Delivery } from "./deliveries.ts";

/**
 * The receipts whose rows make the warehouse, oldest first. A partial feed is the sum of everything accepted: what a later
 * file does not mention stays. A full snapshot is the last good version of each file now in the folder.
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
        const current =
          there.length === 0 ? own : own.filter((receipt) => there.some((delivery) => delivery.name === receipt.name));
        return lastOf(current.length > 0 ? current : own.slice(-1), sameName);
      }),
    )
    .sort((a, b) => a.order - b.order);
}

function lastOf(receipts: readonly Receipt[], same: (a: Receipt, b: Receipt) => boolean): Receipt[] {
  return receipts.filter((receipt, index) => !receipts.slice(index + 1).some((later) => same(receipt, later)));
}

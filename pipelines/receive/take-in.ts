import { existsSync } from "node:fs";
import path from "node:path";
import type { Finding } from "./findings.ts";
import type { Progress } from "./progress.ts";
import { type Delivery, findDeliveries } from "./pull/deliveries.ts";
import { receiptsInUse } from "./pull/in-use.ts";
import type { Network } from "./read-network.ts";
import { latestReceipt, type Receipt, readReceipts, sameName, writeReceipts } from "./receipts.ts";
import { type Fingerprint, fingerprint, type Reception, receive } from "./receive.ts";

/** What the network holds after everything in the partners' folders was taken in. */
export interface TakenIn {
  /** Receipts made in this run, each delivery once. */
  fresh: readonly Receipt[];
  /** Receipts whose rows make the warehouse, oldest first. */
  inUse: readonly Receipt[];
  /** Latest receipts of deliveries that were stopped or refused and have not been put right. */
  stopped: readonly Receipt[];
  refused: readonly Receipt[];
}

/** Takes in what is new or changed in the partners' folders; what was taken in before is not read again. */
export async function takeIn(
  network: Network,
  reception: Reception,
  now: () => Date,
  progress: Progress,
): Promise<TakenIn> {
  const { places } = reception;
  const receipts = readReceipts(places.receipts);
  const deliveries = findDeliveries(network);
  const fresh: Receipt[] = [];
  const take = async (delivery: Delivery, print: Fingerprint, instead: Receipt | undefined) => {
    const received = await receive(delivery, print, reception);
    const receipt = {
      ...received,
      findings: [...received.findings, ...keptLastGood(received, receipts)],
      order: instead?.order ?? nextOrder(receipts),
      received_at: instead?.received_at ?? now().toISOString(),
    };
    const replaces = instead && (instead.outcome !== "accepted" || received.outcome === "accepted");
    if (replaces) receipts[receipts.indexOf(instead)] = receipt;
    else receipts.push(receipt);
    fresh.push(receipt);
    writeReceipts(places.receipts, receipts);
  };
  for (const [index, delivery] of deliveries.entries()) {
    progress.update(`reading ${delivery.partner.id}/${delivery.name} (${index + 1} of ${deliveries.length})`);
    const print = await fingerprint(delivery, reception.key);
    const latest = latestReceipt(receipts, named(delivery));
    if (latest && latest.intake === print.intake && isThere(latest, places.intake)) continue;
    await take(delivery, print, latest?.hash === print.hash ? latest : undefined);
  }
  for (const { delivery, receipt } of sealedBefore(network, receipts, places.inbox)) {
    const print = await fingerprint(delivery, reception.key);
    const tried = receipts.some(
      (other) => sameName(other, receipt) && other.intake === print.intake && isThere(other, places.intake),
    );
    if (!tried) await take(delivery, print, receipt);
  }
  return {
    fresh,
    inUse: receiptsInUse(network, receipts, deliveries),
    stopped: latestOfEach(receipts).filter((receipt) => receipt.outcome === "stopped"),
    refused: latestOfEach(receipts).filter((receipt) => receipt.outcome === "refused"),
  };
}

function keptLastGood(received: Omit<Receipt, "order" | "received_at">, receipts: readonly Receipt[]): Finding[] {
  const last = receipts.findLast((receipt) => receipt.outcome === "accepted" && sameName(receipt, received));
  if (received.outcome === "accepted" || !last) return [];
  const { partner, feed, name } = received;
  return [
    { code: "kept-last-good", partner, feed, facts: { feed, file: `${name} of ${last.received_at.slice(0, 10)}` } },
  ];
}

/** Accepted versions that stand sealed in the inbox, as deliveries: they are converted again when contract, mapping or key changed. */
function sealedBefore(
  network: Network,
  receipts: readonly Receipt[],
  inbox: string,
): { delivery: Delivery; receipt: Receipt }[] {
  return receipts.flatMap((receipt) => {
    const partner = network.partners.find((candidate) => candidate.id === receipt.partner);
    const feed = partner?.feeds.find((candidate) => candidate.id === receipt.feed);
    if (!partner || !feed || receipt.outcome !== "accepted") return [];
    const files = receipt.files.map(({ name, hash }) => ({ name, path: path.join(inbox, hash) }));
    return [{ delivery: { partner, feed, name: receipt.name, files }, receipt }];
  });
}

const named = ({ partner, feed, name }: Delivery) => ({ partner: partner.id, feed: feed.id, name });

const nextOrder = (receipts: readonly Receipt[]) => 1 + Math.max(0, ...receipts.map((receipt) => receipt.order));

const latestOfEach = (receipts: readonly Receipt[]) =>
  receipts.filter((receipt, index) => !receipts.slice(index + 1).some((later) => sameName(receipt, later)));

const isThere = (receipt: Receipt, intake: string) =>
  receipt.outcome !== "accepted" || existsSync(path.join(intake, receipt.intake));

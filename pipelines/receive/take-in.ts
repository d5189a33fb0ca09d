import path from "node:path";
import type { Finding } from "../findings.ts";
import type { Progress } from "../progress.ts";
import { type Delivery, findDeliveries } from "../pull/deliveries.ts";
import { folderFindings } from "../pull/folder-findings.ts";
import { receiptsInUse } from "../pull/in-use.ts";
import { shrunken } from "../pull/shrunken.ts";
import type { Network } from "../read-network.ts";
import { convertDelivery, type Fingerprint, fingerprint, fingerprintOf, type Reception } from "./convert-delivery.ts";
import { type IntakeDoor, intakeDoor } from "./intake-door.ts";
import { contested, sealedLost, unreadable } from "./not-read.ts";
import { latestReceipt, type Receipt, sameName } from "./receipt.ts";
import { openReceiptBook, type ReceiptBook } from "./receipt-book.ts";
import { shownName, underShownNames } from "./shown-names.ts";

/** What the network holds after everything in the partners' folders was taken in. */
export interface TakenIn {
  /** Receipts made in this run, each delivery once. */
  fresh: readonly Receipt[];
  /** Receipts whose rows make the warehouse, oldest first. */
  inUse: readonly Receipt[];
  /** Latest receipts of deliveries that were stopped or refused and are neither put right nor withdrawn. */
  stopped: readonly Receipt[];
  refused: readonly Receipt[];
  /** What was found in the partners' folders beside deliveries. */
  found: readonly Finding[];
}

/** Takes in what is new or changed in the partners' folders; what was taken in before is not converted again. */
export async function takeIn(
  network: Network,
  reception: Reception,
  now: () => Date,
  progress: Progress,
): Promise<TakenIn> {
  const book = openReceiptBook(reception.places, now);
  const deliveries = await underShownNames(findDeliveries(network));
  const intake = intakeDoor(reception.places, reception.memory);
  const work: Work = { network, reception, book, deliveries, intake, progress };
  try {
    for (const feed of byFeed(deliveries)) await takeFeed(work, feed);
    await takeSealed(work);
  } finally {
    await intake.close();
  }
  return { fresh: book.fresh, ...standing(work), found: await folderFindings(network, shownName) };
}

interface Work {
  network: Network;
  reception: Reception;
  book: ReceiptBook;
  deliveries: readonly Delivery[];
  intake: IntakeDoor;
  progress: Progress;
}

/** What one feed sends now. The receipts of a full snapshot are written together, when it is known how much it leaves. */
async function takeFeed(work: Work, deliveries: readonly Delivery[]) {
  const { book, progress } = work;
  const { partner, feed } = deliveries[0]!;
  const before = ownInUse(work, deliveries[0]!);
  for (const delivery of deliveries) {
    const nth = work.deliveries.indexOf(delivery) + 1;
    progress.update(`reading ${partner.id}/${delivery.name} (${nth} of ${work.deliveries.length})`);
    await takeNow(work, delivery).catch((error) => book.enter(unreadable(delivery, error)));
    if (feed.sends === "partial") book.save();
  }
  if (feed.sends === "full_snapshot") stopShrunken(work, deliveries[0]!, before);
  book.save();
}

async function takeNow({ book, reception, intake }: Work, delivery: Delivery) {
  const disputed = contested(delivery);
  if (disputed) return book.enter(disputed);
  const print = await fingerprint(delivery, reception.key);
  const latest = latestReceipt(book.receipts, named(delivery));
  if (latest?.intake === print.intake && book.isThere(latest)) return;
  book.enter(
    await convertDelivery(intake, delivery, print, reception),
    latest?.hash === print.hash ? latest : undefined,
  );
}

/** Stops what is new in a full snapshot that leaves less than its feed agreed to. */
function stopShrunken(work: Work, of: Delivery, before: readonly Receipt[]) {
  const { partner, feed } = of;
  const losses = shrunken(feed.stop_below, before, ownInUse(work, of));
  if (losses.length === 0) return;
  const fresh = work.book.fresh.filter(
    (receipt) => isOf(receipt, of) && accepted(receipt) && !before.some(({ hash }) => hash === receipt.hash),
  );
  for (const receipt of fresh) {
    const findings = losses.map((loss): Finding => {
      const file = receipt.converted.find(({ record }) => record === loss.record)?.file ?? receipt.name;
      return {
        code: "shrunken-snapshot",
        partner: partner.id,
        feed: feed.id,
        facts: { file, ...loss, share: feed.stop_below },
      };
    });
    work.book.stop(receipt, findings);
  }
}

/** Accepted versions that stand sealed in the inbox are converted again when contract, mapping or key changed; they are not read to know it. */
async function takeSealed({ network, book, reception, intake }: Work) {
  for (const receipt of book.receipts.filter(accepted)) {
    const delivery = sealedDelivery(network, receipt, reception.places.inbox);
    if (!delivery || !book.receipts.includes(receipt)) continue;
    const print = fingerprintOf(delivery, receipt.files, reception.key);
    if (receipt.intake === print.intake && book.isThere(receipt)) book.forgive(receipt);
    if (wasTried(book, receipt, print)) continue;
    const again = convertDelivery(intake, delivery, print, reception);
    await again
      .then((received) => book.enter(received, receipt))
      .catch((error) => book.enter(sealedLost(delivery, receipt.files, error)));
    book.save();
  }
  book.save();
}

const wasTried = (book: ReceiptBook, receipt: Receipt, print: Fingerprint) =>
  book.receipts.some((other) => sameName(other, receipt) && other.intake === print.intake && book.isThere(other));

function sealedDelivery(network: Network, receipt: Receipt, inbox: string): Delivery | null {
  const partner = network.partners.find(({ id }) => id === receipt.partner);
  const feed = partner?.feeds.find(({ id }) => id === receipt.feed);
  if (!partner || !feed) return null;
  const files = receipt.files.map(({ hash, bytes: _, ...file }) => ({ ...file, path: path.join(inbox, hash) }));
  return { partner, feed, name: receipt.name, files };
}

/** What is in use, and what is stopped or refused as long as its file is there, or an accepted version of it is in use or lost. */
function standing(work: Work): Pick<TakenIn, "inUse" | "stopped" | "refused"> {
  const { receipts, fresh } = work.book;
  const used = inUse(work);
  const there = (receipt: Receipt) =>
    fresh.includes(receipt) ||
    work.deliveries.some((delivery) => sameName(named(delivery), receipt)) ||
    used.some(({ order }) => order === receipt.order);
  const of = (outcome: Receipt["outcome"]) =>
    receipts.filter(
      (receipt) => receipt.outcome === outcome && latestReceipt(receipts, receipt) === receipt && there(receipt),
    );
  return { inUse: used, stopped: of("stopped"), refused: of("refused") };
}

const inUse = ({ network, book, deliveries }: Work) =>
  receiptsInUse(network, book.receipts.filter(book.isThere), deliveries);

const ownInUse = ({ network, book, deliveries }: Work, of: Delivery) => {
  const own = book.receipts.filter((receipt) => isOf(receipt, of) && book.isThere(receipt));
  return receiptsInUse(network, own, deliveries);
};

const isOf = (receipt: Receipt, { partner, feed }: Delivery) =>
  receipt.partner === partner.id && receipt.feed === feed.id;

const accepted = ({ outcome }: Receipt) => outcome === "accepted";
const named = ({ partner, feed, name }: Delivery) => ({ partner: partner.id, feed: feed.id, name });

const byFeed = (deliveries: readonly Delivery[]) => [
  ...Map.groupBy(deliveries, ({ partner, feed }) => `${partner.id} ${feed.id}`).values(),
];

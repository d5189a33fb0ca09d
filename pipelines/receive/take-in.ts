import path from "node:path";
import type { Finding } from "../findings.ts";
import type { Progress } from "../progress.ts";
import { type Delivery, type FeedOf, findDeliveries } from "../pull/deliveries.ts";
import { removedDeliveries } from "../pull/fetch/remove-refused.ts";
import { folderFindings } from "../pull/folder-findings.ts";
import { goodNow, receiptsInUse } from "../pull/in-use.ts";
import { type Loss, shrunken } from "../pull/shrunken.ts";
import type { Network } from "../read-network.ts";
import { convertDelivery, type Fingerprint, fingerprint, fingerprintOf, type Reception } from "./convert-delivery.ts";
import { type IntakeDoor, intakeDoor } from "./intake-door.ts";
import { contested, gone, sealedLost, shrunkenSnapshot, unreadable } from "./not-read.ts";
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
  const there = await underShownNames(findDeliveries(network));
  const deliveries = [...there, ...removedDeliveries(network, reception.places, there)];
  const intake = intakeDoor(reception.places, reception.memory);
  const work: Work = { network, reception, book, deliveries, intake, progress };
  try {
    for (const of of feedsIn(network)) await takeFeed(work, of);
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
async function takeFeed(work: Work, of: FeedOf) {
  const { book, progress } = work;
  const deliveries = work.deliveries.filter(
    ({ partner, feed }) => partner.id === of.partner.id && feed.id === of.feed.id,
  );
  const whole = of.feed.sends === "full_snapshot";
  book.settle(ids(of), whole ? ownInUse(work, of) : []);
  for (const delivery of deliveries) {
    const nth = work.deliveries.indexOf(delivery) + 1;
    progress.update(`reading ${of.partner.id}/${delivery.name} (${nth} of ${work.deliveries.length})`);
    await takeNow(work, delivery).catch((error) => book.enter(unreadable(delivery, error)));
    if (!whole) book.save();
  }
  if (whole && deliveries.length > 0) settleSnapshot(work, of, deliveries);
  book.save();
}

async function takeNow({ book, reception, intake }: Work, delivery: Delivery) {
  if (delivery.removed) return;
  const disputed = contested(delivery);
  if (disputed) return book.enter(disputed);
  const print = await fingerprint(delivery, reception);
  const latest = latestReceipt(book.receipts, named(delivery));
  if (latest?.intake === print.intake && book.isThere(latest)) return;
  book.enter(
    await convertDelivery(intake, delivery, print, reception),
    latest?.hash === print.hash ? latest : undefined,
  );
}

/**
 * Settles what of a full snapshot is in use from now on: the last good version of each file there, or the whole set in use so far
 * when files of it are gone and the feed would lose more than it agreed to, or has a file that is stopped or refused.
 */
function settleSnapshot(work: Work, of: FeedOf, deliveries: readonly Delivery[]) {
  const { book } = work;
  const before = book.receipts.filter((receipt) => isOf(receipt, of) && receipt.in_use);
  const good = () => goodNow(ownThere(work, of), deliveries);
  const losses = shrunken(of.feed.stop_below, before, good());
  if (losses.length > 0) stopNew(work, of, before, losses);
  const missing = before.filter(({ name }) => !deliveries.some((delivery) => delivery.name === name));
  const waits = deliveries.some((delivery) => latestReceipt(book.receipts, named(delivery))?.outcome !== "accepted");
  if (missing.length === 0 || (losses.length === 0 && !waits)) return book.settle(ids(of), good());
  if (!waits) for (const { name } of missing) book.enter(gone({ ...of, name }, losses));
  book.keep(ids(of), before);
}

/** Stops what is new in a full snapshot that leaves less than its feed agreed to. */
function stopNew({ book }: Work, of: FeedOf, before: readonly Receipt[], losses: readonly Loss[]) {
  const fresh = book.fresh.filter(
    (receipt) => isOf(receipt, of) && accepted(receipt) && !before.some(({ hash }) => hash === receipt.hash),
  );
  for (const receipt of fresh) {
    const fileOf = ({ record }: Loss) => receipt.converted.find((each) => each.record === record)?.file ?? receipt.name;
    book.stop(
      receipt,
      losses.flatMap((loss) => shrunkenSnapshot(of, fileOf(loss), [loss])),
    );
  }
}

/** Accepted versions that stand sealed in the inbox are converted again when contract, mapping or key changed; they are not read to know it. */
async function takeSealed({ network, book, reception, intake }: Work) {
  for (const receipt of book.receipts.filter(accepted)) {
    const delivery = sealedDelivery(network, receipt, reception.places.inbox);
    if (!delivery || !book.receipts.includes(receipt)) continue;
    const print = fingerprintOf(delivery, receipt.files, reception);
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
  const files = receipt.files.map(({ hash, bytes, sealed, ...file }) => ({
    ...file,
    path: path.join(inbox, sealed ?? hash),
    ...(sealed ? { sealed: { as: sealed, hash, bytes } } : {}),
  }));
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

/** The set of a full snapshot in use so far, whether or not its rows are still there. */
function ownInUse(work: Work, of: FeedOf): readonly Receipt[] {
  const settled = work.book.receipts.filter((receipt) => isOf(receipt, of) && receipt.in_use);
  return settled.length > 0 ? settled : receiptsInUse(work.network, ownThere(work, of), work.deliveries);
}

const ownThere = ({ book }: Work, of: FeedOf) =>
  book.receipts.filter((receipt) => isOf(receipt, of) && book.isThere(receipt));

const isOf = (receipt: Receipt, { partner, feed }: FeedOf) =>
  receipt.partner === partner.id && receipt.feed === feed.id;

const accepted = ({ outcome }: Receipt) => outcome === "accepted";
const named = ({ partner, feed, name }: Delivery) => ({ partner: partner.id, feed: feed.id, name });

const ids = ({ partner, feed }: FeedOf) => ({ partner: partner.id, feed: feed.id });

const feedsIn = ({ partners }: Network): FeedOf[] =>
  partners.flatMap((partner) => partner.feeds.map((feed) => ({ partner, feed })));

import type { Finding } from "../findings.ts";
import { UnreadableFile } from "../intake/read-text.ts";
import type { Delivery, FeedOf } from "../pull/deliveries.ts";
import type { Loss } from "../pull/shrunken.ts";
import type { Receipt, Received } from "./receipt.ts";

/** What comes of a delivery whose files fit several feeds; null when they do not. */
export function contested(delivery: Delivery): Received | null {
  if (!delivery.contested) return null;
  return notRead(
    delivery,
    delivery.contested.map((facts) => ({ code: "contested-file", facts, ...about(delivery) })),
  );
}

/** What comes of a delivery of which a file cannot be read. Any other error is thrown again. */
export function unreadable(delivery: Delivery, error: unknown): Received {
  if (!(error instanceof UnreadableFile)) throw error;
  const file = delivery.files.find(({ path }) => path === error.file)?.name ?? delivery.name;
  return notRead(delivery, [{ code: "unreadable-file", facts: { file, because: error.because }, ...about(delivery) }]);
}

/** The same of a delivery that stands sealed in the inbox. */
export function sealedLost(delivery: Delivery, sealed: Receipt["files"], error: unknown): Received {
  if (!(error instanceof UnreadableFile)) throw error;
  const file = delivery.files.find(({ path }) => path === error.file)?.name ?? delivery.name;
  const lost = sealed.find(({ name }) => name === file);
  const facts = { file, hash: lost?.sealed ?? lost?.hash ?? "", because: error.because };
  return notRead(delivery, [{ code: "sealed-file-lost", facts, ...about(delivery) }]);
}

/** What comes of a file that is gone from a full snapshot, where the feed would lose too much with it. */
export function gone(delivery: Omit<Delivery, "files">, losses: readonly Loss[]): Received {
  return notRead(delivery, shrunkenSnapshot(delivery, delivery.name, losses));
}

/** Says what a full snapshot would lose, for one of its files. */
export const shrunkenSnapshot = (of: FeedOf, file: string, losses: readonly Loss[]): Finding[] =>
  losses.map((loss) => ({
    code: "shrunken-snapshot",
    facts: { file, ...loss, share: of.feed.stop_below },
    ...about(of),
  }));

const about = ({ partner, feed }: FeedOf) => ({ partner: partner.id, feed: feed.id });

const notRead = (delivery: Omit<Delivery, "files">, findings: readonly Finding[]): Received => ({
  ...about(delivery),
  name: delivery.name,
  hash: "",
  files: [],
  outcome: "stopped",
  intake: "",
  findings,
  converted: [],
});

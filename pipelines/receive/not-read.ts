import type { Finding } from "../findings.ts";
import { UnreadableFile } from "../intake/read-text.ts";
import type { Delivery } from "../pull/deliveries.ts";
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
  const facts = { file, hash: sealed.find(({ name }) => name === file)?.hash ?? "", because: error.because };
  return notRead(delivery, [{ code: "sealed-file-lost", facts, ...about(delivery) }]);
}

const about = ({ partner, feed }: Delivery) => ({ partner: partner.id, feed: feed.id });

const notRead = (delivery: Delivery, findings: readonly Finding[]): Received => ({
  ...about(delivery),
  name: delivery.name,
  hash: "",
  files: [],
  outcome: "stopped",
  intake: "",
  findings,
  converted: [],
});

import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import type { Finding } from "../findings.ts";
import type { Places } from "../places.ts";
import { type Receipt, type Received, readReceipts, sameName, writeReceipts } from "./receipt.ts";
import { receiptUnderShownNames } from "./shown-names.ts";

type FeedIds = Pick<Receipt, "partner" | "feed">;

/** The receipts of a network while a run adds to them. */
export interface ReceiptBook {
  /** All of them, in the order in which they were made. */
  readonly receipts: readonly Receipt[];
  /** Those made in this run, each delivery once. */
  readonly fresh: readonly Receipt[];
  /**
   * Adds a receipt, in the place of an earlier one of the same content where there is one. An accepted one is lost to no worse one but
   * the refusal of its own content, which removes its rows.
   */
  enter(received: Received, instead?: Receipt): void;
  /** Makes a receipt of this run one that is stopped. */
  stop(receipt: Receipt, findings: readonly Finding[]): void;
  /** Settles which receipts of a feed are the set in use. */
  settle(of: FeedIds, used: readonly Receipt[]): void;
  /** Says with every receipt of this run of a feed that a last good set of it stays in use. */
  keep(of: FeedIds, lastGood: readonly Receipt[]): void;
  /** Forgets what was stopped or refused in the place of an accepted receipt that is good as it is. */
  forgive(receipt: Receipt): void;
  /** Whether the rows of an accepted delivery are there; the others have none. */
  isThere(receipt: Receipt): boolean;
  /** Writes the receipts; then nothing of what they refuse is in the inbox. */
  save(): void;
}

/** Opens the receipts so far. Those of what could not be read are left out, so that it is tried anew. */
export function openReceiptBook({ receipts: file, intake, inbox }: Places, now: () => Date): ReceiptBook {
  const receipts = readReceipts(file)
    .filter(({ hash }) => hash !== "")
    .map(receiptUnderShownNames);
  const fresh: Receipt[] = [];
  /** Names in the inbox of all that was or is sealed. */
  const known = new Set(receipts.flatMap(namesOf));
  const change = (receipt: Receipt, changed: Receipt) => {
    receipts[receipts.indexOf(receipt)] = changed;
    if (fresh.includes(receipt)) fresh[fresh.indexOf(receipt)] = changed;
  };
  return {
    receipts,
    fresh,
    enter(received, instead) {
      const gone = received.outcome === "refused" ? receipts.filter((other) => isSealedOf(other, received)) : [];
      const others = receipts.filter((other) => !gone.includes(other));
      const receipt = {
        ...received,
        files: withCopies(received, gone),
        findings: [...received.findings, ...removedFromUse(gone), ...keptLastGood(received, others)],
        order: instead?.order ?? 1 + Math.max(0, ...receipts.map(({ order }) => order)),
        received_at: instead?.received_at ?? now().toISOString(),
        ...(instead?.in_use && received.outcome === "accepted" ? { in_use: true as const } : {}),
      };
      const replaces = instead && (instead.outcome !== "accepted" || received.outcome !== "stopped");
      if (replaces) receipts[receipts.indexOf(instead)] = receipt;
      else receipts.push(receipt);
      fresh.push(receipt);
      for (const name of namesOf(receipt)) known.add(name);
      for (const other of gone) {
        if (receipts.includes(other)) receipts.splice(receipts.indexOf(other), 1);
        if (other.intake !== "") rmSync(path.join(intake, other.intake), { recursive: true, force: true });
      }
    },
    stop(receipt, findings) {
      const stopped = { ...receipt, outcome: "stopped" as const };
      const others = receipts.filter((other) => other !== receipt);
      change(receipt, {
        ...stopped,
        findings: [...receipt.findings, ...findings, ...keptLastGood(stopped, others)],
      });
    },
    settle(of, used) {
      for (const receipt of receipts.filter((each) => sameFeed(each, of))) {
        const { in_use, ...rest } = receipt;
        if (used.includes(receipt) !== (in_use ?? false))
          change(receipt, used.includes(receipt) ? { ...rest, in_use: true } : rest);
      }
    },
    keep(of, lastGood) {
      for (const receipt of fresh.filter((each) => sameFeed(each, of))) {
        const others = receipt.findings.filter(({ code }) => code !== "kept-last-good");
        change(receipt, { ...receipt, findings: [...others, stays(of, lastGood)] });
      }
    },
    forgive({ order, outcome }) {
      const failed = receipts.filter((other) => other.order === order && other.outcome !== outcome);
      for (const other of failed) receipts.splice(receipts.indexOf(other), 1);
    },
    isThere: (receipt) => receipt.outcome !== "accepted" || existsSync(path.join(intake, receipt.intake)),
    save() {
      writeReceipts(file, receipts);
      const kept = toKeep(receipts);
      for (const hash of known) if (!kept.has(hash)) rmSync(path.join(inbox, hash), { force: true });
    },
  };
}

/** Whether a receipt is of the content that is now received, and has it sealed. */
const isSealedOf = (receipt: Receipt, received: Received) =>
  receipt.outcome !== "refused" && receipt.hash === received.hash && sameName(receipt, received);

/** What is sealed of files that were not refused: as they arrived, or a cleaned copy in their place. */
const toKeep = (receipts: readonly Receipt[]): ReadonlySet<string> =>
  new Set(
    receipts
      .filter(({ outcome }) => outcome !== "refused")
      .flatMap(({ files }) => files.map(({ hash, sealed }) => sealed ?? hash)),
  );

const namesOf = ({ files }: Pick<Receipt, "files">) =>
  files.flatMap(({ hash, sealed }) => (sealed ? [hash, sealed] : [hash]));

/** The files of a refused delivery, with the cleaned copies that were sealed of the same content before. */
function withCopies(received: Received, gone: readonly Receipt[]): Received["files"] {
  const copies = gone.flatMap(({ files }) => files);
  return received.files.map((file) => {
    const sealed = file.sealed ?? copies.find(({ hash }) => hash === file.hash)?.sealed;
    return sealed ? { ...file, sealed } : file;
  });
}

function removedFromUse(gone: readonly Receipt[]): Finding[] {
  return gone.map(({ partner, feed, name, received_at, converted }) => {
    const records = converted.reduce((sum, { accepted }) => sum + accepted, 0);
    return { code: "removed-from-use", partner, feed, facts: { file: name, on: received_at.slice(0, 10), records } };
  });
}

function keptLastGood(received: Received, receipts: readonly Receipt[]): Finding[] {
  const last = receipts.findLast((receipt) => receipt.outcome === "accepted" && sameName(receipt, received));
  if (received.outcome === "accepted" || !last) return [];
  return [stays(received, [last])];
}

function stays({ partner, feed }: FeedIds, lastGood: readonly Receipt[]): Finding {
  const file = lastGood.map(({ name, received_at }) => `${name} of ${received_at.slice(0, 10)}`).join(", ");
  return { code: "kept-last-good", partner, feed, facts: { feed, file, files: lastGood.length } };
}

const sameFeed = (receipt: Receipt, of: FeedIds) => receipt.partner === of.partner && receipt.feed === of.feed;

import { expect } from "vitest";
import { checkFile } from "../../pipelines/check/by-row/check-file.ts";
import type { RowReason } from "../../pipelines/check/by-row/row-reasons.ts";
import type { Feed, Partner, TableFeed } from "../../pipelines/network.ts";
import { screeningOf } from "../../pipelines/screen/profile.ts";
import { AtTheDoor, partnerOf, type SaidOfFile, STATES } from "./at-the-door.ts";

type Said = Omit<Awaited<ReturnType<typeof checkFile>>, "reasons"> & { reasons: RowReason[] };

const inOrder = (said: SaidOfFile): SaidOfFile => {
  const text = (each: object) => JSON.stringify(Object.values(each));
  return { ...said, reasons: [...said.reasons].sort((a, b) => a.row - b.row || (text(a) < text(b) ? -1 : 1)) };
};

/** What the check row by row says of a file that is read in parts of so many bytes. */
export async function byRow(
  name: string,
  bytes: Uint8Array,
  feed: Feed,
  partner: Partner,
  part = 1 << 20,
): Promise<Said> {
  const parts = async function* (file: Blob): AsyncGenerator<Uint8Array> {
    const all = new Uint8Array(await file.arrayBuffer());
    for (let at = 0; at < all.length; at += part) yield all.subarray(at, at + part);
  };
  const as = { partner: partner.id, feed: feed as TableFeed, screening: screeningOf(partner, feed, STATES) };
  const { reasons, ...checked } = await checkFile(name, new Blob([Uint8Array.from(bytes)]), as, parts);
  return { ...checked, reasons: [...reasons] };
}

/** The pipeline's door and the check row by row, side by side. */
export class BothChecks {
  readonly #pipeline = new AtTheDoor();

  /** What both say of a file; they must not differ. */
  async say(
    name: string,
    content: Uint8Array | string,
    feed: Feed,
    part = 1 << 16,
    partner: Partner = partnerOf(feed),
  ): Promise<SaidOfFile> {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    const here = inOrder(await byRow(name, bytes, feed, partner, part));
    expect(here).toEqual(inOrder(await this.#pipeline.says(name, bytes, partner, feed)));
    return here;
  }

  close(): Promise<void> {
    return this.#pipeline.close();
  }
}

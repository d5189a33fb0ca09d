import { brokenRows } from "../../broken-rows.ts";
import { type Finding, outcome } from "../../findings.ts";
import type { Fault } from "../../intake/fault.ts";
import type { TableFeed, TablesFeed } from "../../network.ts";
import { judgeMisfits } from "../../screen/judge-misfits.ts";
import type { Screening } from "../../screen/profile.ts";
import { identifierInFileName } from "../../screen/screen-file-name.ts";
import { visible } from "../../visible.ts";
import { openDelivery } from "./open-delivery.ts";
import { Records, type RecordsFound } from "./records.ts";
import type { RowReason } from "./row-reasons.ts";
import type { ScreenedFile } from "./screened-file.ts";
import { Sha256 } from "./sha256.ts";

/** What came of a file: what is said of it, and of each row that is set aside, as the pipeline would. */
export interface CheckedFile {
  /** What the file is called in everything said of it. */
  name: string;
  outcome: "accepted" | "stopped" | "refused";
  findings: readonly Finding[];
  /** What is made of the file by kinds of records; nothing where it is stopped or refused for more than its rows. */
  records: readonly RecordsFound[];
  reasons: Iterable<RowReason>;
}

/** Whose file it is, how its columns are read and what it may not hold. */
export interface CheckedAs {
  partner: string;
  feed: TableFeed | TablesFeed;
  screening: Screening;
}

/** Bytes of a file, in the order in which they are read. */
export type Parts = (file: Blob) => AsyncIterable<Uint8Array>;

/** Checks one export of a feed, of whatever format and size; nothing of it is kept but counts. */
export async function checkFile(file: string, content: Blob, as: CheckedAs, parts: Parts): Promise<CheckedFile> {
  const identifier = identifierInFileName(file);
  if (identifier) {
    const name = `sha256-${(await hashOf(parts(content))).slice(0, 8)}`;
    return settle(name, as, [{ code: "identifying-file-name", facts: { file: name, identifier } }], new Records(name));
  }
  const name = visible(file);
  const records = new Records(name);
  const opened = await openDelivery({ name, content, parts, ...as, records });
  return settle(name, as, faultsOf(name, opened), records);
}

async function hashOf(parts: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = new Sha256();
  for await (const part of parts) hash.add(part);
  return hash.end();
}

function faultsOf(file: string, { faults, tables, texts }: ScreenedFile): Fault[] {
  const found = [...faults, ...tables.flat()];
  for (const text of texts) {
    const said = new Set(found.map(({ facts }) => ("identifier" in facts ? facts.identifier : "")));
    const together = judgeMisfits(text.tallied("").tallies);
    const held = [...text.found(file, "").map(({ facts }) => facts), ...together].map(({ identifier }) => identifier);
    for (const identifier of new Set(held))
      if (identifier !== "free text" && !said.has(identifier))
        found.push({ code: "identifier-in-workbook", facts: { file, identifier } });
  }
  return found;
}

function settle(name: string, { partner, feed }: CheckedAs, faults: readonly Fault[], records: Records): CheckedFile {
  const about = { partner, feed: feed.id };
  const findings = faults.map((fault) => ({ ...fault, ...about }) as Finding);
  const nothing = { name, records: [], reasons: [] };
  const refusing = findings.filter((finding) => outcome(finding) === "refused");
  if (refusing.length > 0) return { ...nothing, outcome: "refused", findings: refusing };
  if (findings.some((finding) => outcome(finding) !== "noted")) return { ...nothing, outcome: "stopped", findings };
  const found = records.found();
  const all = [...findings, ...found.flatMap((each) => brokenRows(about, each, feed.stop_above))];
  const stopped = all.some((finding) => outcome(finding) === "stopped");
  const reasons = { [Symbol.iterator]: () => records.reasons() };
  return { name, outcome: stopped ? "stopped" : "accepted", findings: all, records: found, reasons };
}

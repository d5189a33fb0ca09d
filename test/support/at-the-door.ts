import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RecordsFound } from "../../pipelines/check/by-row/records.ts";
import type { RowReason } from "../../pipelines/check/by-row/row-reasons.ts";
import type { Finding } from "../../pipelines/findings.ts";
import type { Feed, Partner } from "../../pipelines/network.ts";
import type { Places } from "../../pipelines/places.ts";
import { convertDelivery, fingerprint } from "../../pipelines/receive/convert-delivery.ts";
import { type IntakeDoor, intakeDoor } from "../../pipelines/receive/intake-door.ts";
import { underShownNames } from "../../pipelines/receive/shown-names.ts";
import { type Door, openWarehouse, quoteText } from "../../pipelines/warehouse.ts";

/** What was said of one file. */
export interface SaidOfFile {
  name: string;
  outcome: string;
  findings: readonly Finding[];
  records: readonly RecordsFound[];
  reasons: RowReason[];
}

/** States whose ZIP codes the door looks for. */
export const STATES = ["TN"];

const key = { id: "test", key: Buffer.alloc(32, 3) };

/** A partner with one feed. */
export const partnerOf = (feed: Feed): Partner => ({
  id: "hub",
  name: "Hub",
  kind: "other",
  links_people: false,
  profile: "limited_dataset",
  ages_above_89: "generalise",
  zip_codes: "refuse",
  rare: { k: 5, people: "warn" },
  folder: "exports",
  programs: [{ id: "hub-core", name: "Core", tier: "tier-1" }],
  feeds: [feed],
});

/** The pipeline's door, for one file at a time. */
export class AtTheDoor {
  readonly folder = mkdtempSync(path.join(tmpdir(), "common-measure-door-"));
  readonly #places: Places;
  readonly #intake: IntakeDoor;
  #reader: Door | undefined;

  constructor() {
    const within = (name: string) => path.join(this.folder, name);
    this.#places = { work: within("work"), inbox: within("inbox"), intake: within("intake") } as Places;
    for (const name of ["work", "inbox", "intake", "exports"]) mkdirSync(within(name));
    this.#intake = intakeDoor(this.#places, "1GB");
  }

  /** What the pipeline says of a file. */
  async says(name: string, bytes: Uint8Array | string, partner: Partner, feed: Feed): Promise<SaidOfFile> {
    const file = path.join(this.folder, "exports", name);
    writeFileSync(file, bytes);
    const [delivery] = await underShownNames([{ partner, feed, name, files: [{ name, path: file }] }]);
    const reception = { places: this.#places, key, memory: "1GB", states: STATES };
    const print = await fingerprint(delivery!, reception);
    const received = await convertDelivery(this.#intake, delivery!, print, reception);
    rmSync(file);
    return {
      name: received.name,
      outcome: received.outcome,
      findings: received.findings,
      records: received.converted.map(({ columns: _, ...found }) => found),
      reasons: received.converted.length > 0 ? await this.#setAside(received.intake) : [],
    };
  }

  async #setAside(intake: string): Promise<RowReason[]> {
    this.#reader ??= await openWarehouse(":memory:", { folders: [this.#places.intake] });
    const file = quoteText(path.join(this.#places.intake, intake, "set_aside.parquet"));
    return this.#reader.rows<RowReason>(
      `select distinct file_name as file, row_number as row, column_name as "column", rule, says from read_parquet(${file})`,
    );
  }

  async close(): Promise<void> {
    await this.#reader?.close();
    await this.#intake.close();
    rmSync(this.folder, { recursive: true });
  }
}

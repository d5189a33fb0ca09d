import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadRecords } from "../../pipelines/build/load.ts";
import { loadStructure } from "../../pipelines/build/structure.ts";
import { sentence } from "../../pipelines/findings.ts";
import type { Feed, Partner } from "../../pipelines/network.ts";
import { type Places, placesOf, preparePlaces } from "../../pipelines/places.ts";
import { silent } from "../../pipelines/progress.ts";
import { type Network, readNetwork } from "../../pipelines/read-network.ts";
import { type TakenIn, takeIn } from "../../pipelines/receive/take-in.ts";
import { openWarehouse } from "../../pipelines/warehouse.ts";

const program = { id: "hub-core", name: "Core", tier: "tier-1" };
const people = { id: "people", record: "person", files: "people*.csv", columns: { person_token: "Person" } };

/** A keyed token for a number. */
export const token = (number: number) =>
  `v1:hub:${[...String(number)]
    .map((digit) => "abcdefghij"[Number(digit)])
    .join("")
    .padStart(26, "z")}`;

/** A file of people, by their numbers. */
export const peopleFile = (...numbers: number[]) => ["Person", ...numbers.map(token), ""].join("\n");

/** A network of partners with one folder each, on disk, taken in as a run does. */
export class SmallNetwork {
  readonly folder: string;
  readonly key = { id: "test", key: Buffer.alloc(32, 3) };
  day = 1;

  constructor(parent = tmpdir()) {
    this.folder = mkdtempSync(path.join(parent, "common-measure-"));
    this.partner("hub");
  }

  /** Describes a partner; its one feed is people unless said otherwise. */
  partner(id: string, feeds: readonly (Partial<Feed> | object)[] = [people], settings: object = {}): void {
    const partner = {
      id,
      name: id,
      kind: "other",
      folder: `exports/${id}`,
      programs: [{ ...program, id: `${id}-core` }],
      feeds,
      ...settings,
    };
    const tiers = [{ id: "tier-1", name: "One" }];
    const network = {
      id: "small",
      name: "Small",
      contact: "data@example.org",
      goal: { people: 10, by: "2028-06-30" },
      tiers,
    };
    for (const name of ["partners", `exports/${id}`]) mkdirSync(path.join(this.folder, name), { recursive: true });
    writeFileSync(path.join(this.folder, "network.yaml"), JSON.stringify(network));
    writeFileSync(path.join(this.folder, "partners", `${id}.yaml`), JSON.stringify(partner));
  }

  /** The people feed with other settings. */
  peopleFeed = (settings: object = {}): Partial<Partner["feeds"][number]> => ({ ...people, ...settings }) as never;

  send(file: string, text: string): void {
    writeFileSync(this.path(`exports/${file}`), text);
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  get network(): Network {
    return readNetwork(this.path("network.yaml"));
  }

  get places(): Places {
    return placesOf(this.network, { COMMON_MEASURE_KEYS: this.path("keys") });
  }

  /** Takes in what is in the folders, on the next day; `meanwhile` runs before each delivery is read. */
  take(meanwhile: (says: string) => void = () => undefined): Promise<TakenIn> {
    preparePlaces(this.places);
    const at = new Date(Date.UTC(2026, 0, this.day++));
    const reception = { places: this.places, key: this.key, memory: "1GB", states: ["TN"] };
    return takeIn(this.network, reception, () => at, { ...silent, update: meanwhile });
  }

  /** Records of a kind and sentences of the rows set aside, in a warehouse of what was taken in. */
  async load(taken: TakenIn, record = "person"): Promise<{ records: number; aside: string[] }> {
    const door = await openWarehouse(":memory:", { folders: [this.places.intake] });
    try {
      await loadStructure(door, this.network, "2026-01-01");
      await loadRecords(door, { intake: this.places.intake, ...taken });
      const [row] = await door.rows<{ n: number }>(`select count(*) as n from ${record}`);
      const aside = await door.rows<{ says: string }>(
        "select concat_ws(' ', file_name, row_number, column_name, rule) as says from set_aside order by all",
      );
      return { records: row!.n, aside: aside.map(({ says }) => says) };
    } finally {
      await door.close();
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Receipts as `name outcome`, and their sentences. */
export const said = (receipts: TakenIn["fresh"]) =>
  receipts.map(({ partner, name, outcome, findings }) => [`${partner}/${name} ${outcome}`, ...findings.map(sentence)]);

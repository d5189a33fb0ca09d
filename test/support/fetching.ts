import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sentence } from "../../pipelines/findings.ts";
import { fetchSources, type Pulled } from "../../pipelines/pull/fetch/fetch-sources.ts";
import { SmallNetwork } from "./small-network.ts";

/** A small network whose hub has sources, and one run's fetching after the other. */
export class FetchingNetwork extends SmallNetwork {
  environment: Record<string, string> = {};
  /** Seconds that were waited for between attempts. */
  waited: number[] = [];

  /** Gives the hub's feed of people a source on this machine. */
  source(source: object, settings: object = {}): void {
    this.partner("hub", [this.peopleFeed({ source, ...settings } as object)]);
  }

  /** Writes a file only its owner may read; returns its path. */
  secretFile(name: string, text: string): string {
    writeFileSync(this.path(name), text, { mode: 0o600 });
    return this.path(name);
  }

  async fetch(): Promise<Pulled> {
    mkdirSync(this.places.runs, { recursive: true });
    return fetchSources(this.network, {
      places: this.places,
      secrets: { environment: this.environment, folder: this.folder },
      effects: {
        sleep: async (milliseconds) => {
          this.waited.push(milliseconds / 1000);
        },
        random: () => 1,
        addressesOf: async () => ["127.0.0.1"],
        loopback: true,
      },
      now: () => new Date(),
      readBy: "test",
      shown: (name) => name,
      begins: () => undefined,
    });
  }

  /** Fetches, and says what was found. */
  async found(): Promise<string[]> {
    return (await this.fetch()).found.map(sentence);
  }

  /** What is in the hub's folder: names, hidden ones included, with their texts. */
  get folderNow(): Record<string, string> {
    const folder = this.path("exports/hub");
    return Object.fromEntries(
      readdirSync(folder)
        .sort()
        .map((name) => [name, readFileSync(path.join(folder, name), "utf8")]),
    );
  }

  /** Waits until so many bytes of a file are here, so that a server can end the connection then and not before. */
  async hasArrived(bytes: number): Promise<void> {
    const { arriving } = this.places;
    const parts = () => (existsSync(arriving) ? readdirSync(arriving).filter((name) => name.endsWith(".part")) : []);
    const size = () => parts().reduce((sum, name) => sum + statSync(path.join(arriving, name)).size, 0);
    for (let waited = 0; waited < 2000 && size() < bytes; waited++) await wait(10);
  }

  /** What is on its way. */
  get arriving(): string[] {
    return existsSync(this.places.arriving) ? readdirSync(this.places.arriving) : [];
  }
}

import path from "node:path";
import { silent } from "../../pipelines/progress.ts";
import { type Released, type ReleaseOptions, release } from "../../pipelines/release.ts";
import { type RunOptions, run } from "../../pipelines/run.ts";
import type { RunRecord } from "../../pipelines/run-record.ts";
import { openWarehouse } from "../../pipelines/warehouse.ts";
import { SmallNetwork, token } from "./small-network.ts";

const episode = { person_token: "Person", program_id: { constant: "hub-core" } };
const feeds = [
  { id: "people", record: "person", files: "people*.csv", columns: { person_token: "Person" } },
  {
    ...{ id: "stays", record: "enrollment", files: "stays*.csv", sends: "full_snapshot", stop_below: 0 },
    columns: { ...episode, enrollment_token: "Stay", entered_on: "In" },
  },
];

/** A network of one partner whose people come on given days, run and released on others. */
export class ReleasedNetwork extends SmallNetwork {
  private minute = 0;
  today = "2025-07-15";

  constructor() {
    super();
    this.partner("hub", feeds);
  }

  /** Sends everybody with the day each entered, in place of what was sent before. */
  sendStays(entered: readonly (readonly [person: number, day: string])[]): void {
    this.send("hub/people.csv", ["Person", ...entered.map(([person]) => token(person)), ""].join("\n"));
    const rows = entered.map(([person, day]) => `${token(person + 10_000)},${token(person)},${day}`);
    this.send("hub/stays.csv", ["Stay,Person,In", ...rows, ""].join("\n"));
  }

  get effects() {
    return {
      now: () => new Date(Date.parse(this.today) + 60_000 * ++this.minute),
      environment: { COMMON_MEASURE_KEYS: this.path("keys") },
      process: 1,
      progress: silent,
      projectRoot: path.resolve(import.meta.dirname, "../.."),
    };
  }

  run(options: RunOptions = {}): Promise<RunRecord> {
    return run(this.network, this.effects, { withoutSite: true, ...options });
  }

  release(options: ReleaseOptions = {}): Promise<Released> {
    return release(this.network, this.effects, { withoutSite: true, ...options });
  }

  /** What the standing run publishes of people served, by `member period`: a number, or the status that stands for it. */
  async published(measure = "people-served", part = "people"): Promise<Record<string, number | string>> {
    return Object.fromEntries(
      (
        await this.ask<{ at: string; says: string }>(
          "published.duckdb",
          `select member || ' ' || period as at, coalesce(value::varchar, status) as says from cell
          where measure = '${measure}' and part = '${part}' and slice in ('network', 'partner', 'program') order by all`,
        )
      ).map(({ at, says }) => [at, /^\d+$/.test(says) ? Number(says) : says]),
    );
  }

  /** What the warehouse counts, published or not. */
  async counted(measure = "people-served", part = "people"): Promise<Record<string, number>> {
    const rows = await this.ask<{ at: string; value: number }>(
      "warehouse.duckdb",
      `select member || ' ' || period as at, value from figure where measure = '${measure}' and part = '${part}' and slice = 'network'`,
    );
    return Object.fromEntries(rows.map(({ at, value }) => [at.replace("network ", ""), value]));
  }

  async ask<Row>(file: string, sql: string): Promise<Row[]> {
    const door = await openWarehouse(this.path(file), { readOnly: true });
    try {
      return await door.rows<Row>(sql);
    } finally {
      await door.close();
    }
  }
}

/** So many people from a number on, who entered on one day. */
export const entering = (from: number, many: number, day: string) =>
  Array.from({ length: many }, (_, i) => [from + i, day] as const);

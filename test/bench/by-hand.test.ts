import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { measures } from "../../models/measures/catalogue.ts";
import { evaluate } from "../../pipelines/build/evaluate.ts";
import { buildFacts } from "../../pipelines/build/facts.ts";
import { loadRecords } from "../../pipelines/build/load.ts";
import { loadCalendar, loadStructure } from "../../pipelines/build/structure.ts";
import { feedTables } from "../../pipelines/feed-tables.ts";
import { readOrMakeKey } from "../../pipelines/keys.ts";
import type { Feed } from "../../pipelines/network.ts";
import { placesOf, preparePlaces } from "../../pipelines/places.ts";
import { silent } from "../../pipelines/progress.ts";
import { type Network, readNetwork } from "../../pipelines/read-network.ts";
import { takeIn } from "../../pipelines/receive/take-in.ts";
import { openWarehouse } from "../../pipelines/warehouse.ts";
import { byHand } from "./by-hand.ts";
import { compareFigures } from "./compare.ts";
import { neededRecords } from "./ours.ts";
import { partsOfBuild } from "./parts-of-build.ts";
import { prepare } from "./prepare.ts";

const folder = mkdtempSync(path.join(tmpdir(), "common-measure-bench-"));

beforeAll(async () => {
  await prepare(folder, 400, 1);
  await buildWarehouse(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("every figure of the pipeline is the one made by hand in plain SQL", async () => {
  await byHand(folder, "1GB");
  const { figures, differences } = await compareFigures(folder);
  expect(differences).toEqual([]);
  expect(figures).toBeGreaterThan(10_000);
});

test("every measure is timed with all its figures", async () => {
  const parts = await partsOfBuild(readNetwork(path.join(folder, "network.yaml")), folder);
  expect(parts.measures.map(({ name }) => name)).toEqual(measures.map(({ id }) => id));
  expect(parts.measures.every(({ size }) => size > 0)).toBe(true);
});

/** The stages of a run up to the figures, with the feeds that the measures need. */
async function buildWarehouse(folder: string): Promise<void> {
  const network = withNeededFeeds(readNetwork(path.join(folder, "network.yaml")));
  const places = placesOf(network, { COMMON_MEASURE_KEYS: path.join(folder, "keys") });
  preparePlaces(places);
  const reception = { places, key: readOrMakeKey(places.keys, network.id), memory: "1GB" };
  const taken = await takeIn(network, reception, () => new Date(0), silent);
  const door = await openWarehouse(places.warehouse, { folders: [places.intake] });
  try {
    await loadStructure(door, network, network.as_of!);
    await loadRecords(door, { intake: places.intake, ...taken });
    await loadCalendar(door, network);
    await buildFacts(door, network);
    await evaluate(door, measures);
  } finally {
    await door.close();
  }
}

function withNeededFeeds(network: Network): Network {
  const isNeeded = (feed: Feed) => feedTables(feed).some(({ record }) => neededRecords.has(record));
  const partners = network.partners.map((partner) => ({ ...partner, feeds: partner.feeds.filter(isNeeded) }));
  return { ...network, partners };
}

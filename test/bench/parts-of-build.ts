import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { measures } from "../../models/measures/catalogue.ts";
import { evaluate } from "../../pipelines/build/evaluate.ts";
import { buildFacts, factsOf } from "../../pipelines/build/facts.ts";
import type { Network } from "../../pipelines/read-network.ts";
import { type Door, openWarehouse, tableSize } from "../../pipelines/warehouse.ts";
import { secondsSince } from "./stage-time.ts";

/** One fact or measure: how many rows or figures it has, and how long they took. */
export interface BuildPart {
  name: string;
  size: number;
  seconds: number;
}

export interface BuildParts {
  facts: BuildPart[];
  measures: BuildPart[];
}

/** Makes every fact and every measure once more, on a copy of the warehouse that a run left in a folder. */
export async function partsOfBuild(network: Network, folder: string): Promise<BuildParts> {
  const scratch = path.join(folder, "parts-of-build");
  mkdirSync(scratch);
  const copy = path.join(scratch, "warehouse.duckdb");
  copyFileSync(path.join(folder, "warehouse.duckdb"), copy);
  const spill = path.join(scratch, "spill");
  const door = await openWarehouse(copy, { memory: network.memory, folders: [spill], spill });
  try {
    const tables = factsOf(network).map(({ table }) => table);
    for (const table of [...tables, "figure", "contribution", "median_figure", "sum_figure", "standardised_figure"])
      await door.run(`drop table ${table}`);
    const facts = await timedParts((onFact) => buildFacts(door, network, onFact));
    const figures = await timedParts((onMeasure) => evaluate(door, measures, onMeasure));
    return {
      facts: await withSizes(facts, (table) => tableSize(door, table)),
      measures: await withSizes(figures, (measure) => figuresOf(door, measure)),
    };
  } finally {
    await door.close();
    rmSync(scratch, { recursive: true });
  }
}

type Timed = Omit<BuildPart, "size">;

async function timedParts(work: (onPart: (name: string) => void) => Promise<void>): Promise<Timed[]> {
  const parts: Timed[] = [];
  let from = performance.now();
  await work((name) => {
    parts.push({ name, seconds: secondsSince(from) });
    from = performance.now();
  });
  return parts;
}

async function withSizes(parts: readonly Timed[], size: (name: string) => Promise<number>): Promise<BuildPart[]> {
  const sized: BuildPart[] = [];
  for (const part of parts) sized.push({ ...part, size: await size(part.name) });
  return sized;
}

async function figuresOf(door: Door, measure: string): Promise<number> {
  const [row] = await door.rows<{ n: number }>("select count(*) as n from figure where measure = $1", [measure]);
  return row!.n;
}

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { compareFigures } from "./compare.ts";
import { thisMachine } from "./machine.ts";
import type { Ours } from "./ours.ts";
import { prepare } from "./prepare.ts";
import { type Result, withResult } from "./results.ts";
import { type Side, secondsSince } from "./stage-time.ts";

const results = path.join(import.meta.dirname, "results.md");
const say = (line: string) => process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "20000,200000,1000000" },
    seed: { type: "string", default: "1" },
    out: { type: "string", default: path.join(import.meta.dirname, "out") },
  },
});

for (const people of values.people.split(",").map(wholeNumber)) {
  const folder = path.resolve(values.out, String(people));
  const result = await measure(folder, people, wholeNumber(values.seed));
  writeFileSync(results, withResult(existsSync(results) ? readFileSync(results, "utf8") : "", result));
  rmSync(folder, { recursive: true });
}
say(`The table is in ${path.relative(process.cwd(), results)}`);

/** Makes a sample, has each side do its work in a process of its own, and demands the same figures of both. */
async function measure(folder: string, people: number, seed: number): Promise<Result> {
  say(`${people} people: making the sample`);
  const from = performance.now();
  await prepare(folder, people, seed);
  const sample = secondsSince(from);
  say(`${people} people: sample made in ${sample.toFixed(1)} s; the pipeline begins`);
  const ours = inChild<Ours>("ours", folder);
  say(`${people} people: the pipeline is done; plain SQL begins`);
  const byHand = inChild<Side>("by-hand", folder);
  const { figures, differences } = await compareFigures(folder);
  if (differences.length > 0) {
    throw new Error(`${differences.length} of ${figures} figures differ:\n${differences.slice(0, 10).join("\n")}`);
  }
  return {
    people,
    seed,
    date: new Date().toISOString().slice(0, 10),
    machine: thisMachine(),
    sample,
    figures,
    ours,
    byHand,
  };
}

function inChild<Output>(side: "ours" | "by-hand", folder: string): Output {
  const script = path.join(import.meta.dirname, "side.ts");
  const child = spawnSync(process.execPath, [script, side, folder], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (child.status !== 0) throw new Error(`the child process for ${side} failed: ${child.status ?? child.signal}`);
  return JSON.parse(child.stdout) as Output;
}

function wholeNumber(text: string): number {
  if (!/^[1-9][0-9]{0,8}$/.test(text)) throw new Error(`not a whole number above 0: ${text}`);
  return Number(text);
}

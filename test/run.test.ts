import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { silent } from "../pipelines/progress.ts";
import { readNetwork } from "../pipelines/read-network.ts";
import { run } from "../pipelines/run.ts";
import type { Effects } from "../pipelines/stages.ts";
import { reportOf } from "./support/report.ts";

const cases = path.join(import.meta.dirname, "cases");
const projectRoot = path.resolve(import.meta.dirname, "..");

/** A copy of a case's network in a folder of its own, with a clock that moves a day with every run. */
function prepare(name: string): { folder: string; effects: Effects; nextDay(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), "common-measure-"));
  cpSync(path.join(cases, name, "network"), folder, { recursive: true });
  let day = 1;
  const effects = {
    now: () => new Date(Date.UTC(2026, 0, day)),
    environment: { COMMON_MEASURE_KEYS: path.join(folder, "keys") },
    process: 1,
    progress: silent,
    projectRoot,
  };
  return { folder, effects, nextDay: () => day++ };
}

// Every folder in test/cases is a case: network/ is what is configured, sends-1, sends-2, … is what partners send before each run,
// expected/ is what the network holds and says after it.
describe.each(readdirSync(cases))("%s", (name) => {
  const sends = readdirSync(path.join(cases, name)).filter((entry) => entry.startsWith("sends-"));
  test(`after ${sends.length === 1 ? "the run" : `each of ${sends.length} runs`}`, async () => {
    const { folder, effects, nextDay } = prepare(name);
    try {
      for (const send of sends.sort()) {
        cpSync(path.join(cases, name, send), path.join(folder, "exports"), { recursive: true });
        const record = await run(readNetwork(path.join(folder, "network.yaml")), effects, { withoutSite: true });
        const golden = path.join(cases, name, "expected", `${send}.txt`);
        await expect(await reportOf(folder, record)).toMatchFileSnapshot(golden);
        nextDay();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 240_000);
});

describe("a run that finds nothing new", () => {
  test("does no work twice and changes nothing", async () => {
    const { folder, effects, nextDay } = prepare("a full snapshot deletes what it leaves out");
    cpSync(path.join(cases, "a full snapshot deletes what it leaves out", "sends-1"), path.join(folder, "exports"), {
      recursive: true,
    });
    const network = readNetwork(path.join(folder, "network.yaml"));
    const first = await run(network, effects);
    nextDay();
    const second = await run(network, effects);
    expect([first.outcome, second.outcome]).toEqual(["published", "unchanged"]);
    expect([first.files.length, second.files.length]).toEqual([2, 0]);
    expect([first.site, second.site]).toEqual(["dist/staff", "dist/staff"]);
    expect(second.inputs_hash).toBe(first.inputs_hash);
    expect(second.stages.map(({ stage }) => stage)).toEqual(["receive"]);
    expect(existsSync(path.join(folder, "intake", ".work"))).toBe(false);
    rmSync(folder, { recursive: true });
  });
});

import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verify } from "../../pipelines/verify.ts";
import { entering, ReleasedNetwork } from "../support/released-network.ts";

const first = [
  ...entering(1, 30, "2025-02-10"),
  ...entering(101, 20, "2025-05-10"),
  ...entering(201, 15, "2025-07-02"),
];
const inAutumn = entering(301, 20, "2025-10-02");
const late = (many: number) => entering(501, many, "2025-02-11");

let net: ReleasedNetwork;
beforeAll(async () => {
  net = new ReleasedNetwork();
  net.sendStays(first);
  await net.run();
}, 120_000);
afterAll(() => net.remove());

const text = (name: string) => readFileSync(net.path(name), "utf8");
/** Lines of a release's ledger about the quarters that the first one closed. */
const closedLines = (release: number) =>
  text(`releases/${release}/ledger.csv`)
    .split("\n")
    .filter((line) => /\/(2025-Q[12]|PY2024)\//.test(line) && line.startsWith("people-served"));

describe("releases of a network, one after the other", () => {
  test("the first is numbered, names every file by its hash, and is there whole although another one was cut off", async () => {
    for (const cut of ["releases/1.part", "kept/1.part", "kept/1"]) mkdirSync(net.path(cut), { recursive: true });
    const made = await net.release();
    expect(made.release).toBe(1);
    expect(made.changes).toContain("This is the first release.");
    const manifest = JSON.parse(text("releases/1/manifest.json"));
    expect(manifest).toMatchObject({ release: 1, previous: null, as_of: "2025-07-15", restated: [] });
    // Shares of cells and people shown would say how much is withheld.
    expect(Object.keys(manifest.protection).filter((name) => /percent|share/.test(name))).toEqual([]);
    expect(manifest.files.map(({ path: name }: { path: string }) => name)).toEqual(
      expect.arrayContaining(["ledger.csv", "changes.md", "downloads/cell.csv", "downloads/rate.csv"]),
    );
    expect(text("releases/1/ledger.csv")).toContain("people-served/all/network/network/2025-Q1/people,shown,30\n");
    expect(existsSync(net.path("releases/1.part"))).toBe(false);
    expect(statSync(net.path("releases/1/ledger.csv")).mode & 0o777).toBe(0o444);
    expect(statSync(net.path("kept/1/figure.parquet")).mode & 0o777).toBe(0o600);
  }, 60_000);

  test("what was released once is not released again", async () => {
    await expect(net.release()).rejects.toThrow("was made before release 1 was: run the pipeline again first");
  });

  test("a late record is in the next open quarter, one that is gone stays, and the closed quarters are the same to the byte", async () => {
    net.today = "2026-01-15";
    net.sendStays([...first.slice(1), ...late(1), ...inAutumn]);
    const record = await net.run();
    expect(record.error).toBe(null);
    expect(await net.counted()).toMatchObject({
      ...{ "2025-Q1": 30, "2025-Q2": 20, "2025-Q3": 16, "2025-Q4": 20, PY2024: 50, "to-date": 86 },
    });
    expect(record.frozen.filter(({ measure }) => measure === "people-served")).toEqual([
      { measure: "people-served", partner: "hub", late: 1, changed: 0, gone: 1 },
    ]);
    const made = await net.release();
    expect(closedLines(2)).toEqual(closedLines(1));
    expect(closedLines(2).some((line) => line.endsWith(",shown,30"))).toBe(true);
    expect(made.changes).toContain(
      "People, All people, To date: 65 to 86 (`people-served/all/network/network/to-date/people`)",
    );
    expect(JSON.parse(text("releases/2/manifest.json")).previous).toMatch(/^[0-9a-f]{64}$/);
  }, 120_000);

  test("a closed quarter is not counted again for two records, and is for eleven", async () => {
    const again = { restate: ["2025-Q1"] };
    await expect(net.run(again)).rejects.toThrow(
      /^2025-Q1 cannot be counted again: .*too few to hide them: .*people-served in partner hub/,
    );
    net.sendStays([...first.slice(1), ...late(12), ...inAutumn]);
    const record = await net.run(again);
    expect([record.outcome, record.restated]).toEqual(["published", ["2025-Q1"]]);
    expect(await net.counted()).toMatchObject({ "2025-Q1": 40, "2025-Q2": 20, "2025-Q3": 16, "to-date": 96 });
  }, 240_000);

  test("a release made again from the sealed inbox differs where a byte of it was changed, and nowhere else", async () => {
    const file = net.path("releases/2/downloads/period.csv");
    chmodSync(file, 0o644);
    appendFileSync(file, " ");
    const scratch = net.path("scratch");
    const { differ, files, code } = await verify(net.network, net.effects, 2, scratch);
    expect(differ).toEqual([{ path: "downloads/period.csv", is: "changed" }]);
    expect([files > 20, code.made_by === code.now]).toEqual([true, true]);
    writeFileSync(path.join(net.path("releases/1"), "ledger.csv"), "address,status,value\n");
    await expect(net.run()).rejects.toThrow("the ledger of release 1 is missing or was changed");
    rmSync(scratch, { recursive: true });
  }, 240_000);
});

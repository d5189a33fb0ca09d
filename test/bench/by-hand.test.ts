import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { byHand } from "./by-hand.ts";
import { compareFigures } from "./compare.ts";
import { ours } from "./ours.ts";
import { prepare } from "./prepare.ts";

test("every figure of the pipeline is the one made by hand in plain SQL", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "common-measure-bench-"));
  try {
    await prepare(folder, 400, 1);
    await ours(folder);
    await byHand(folder, "1GB");
    const { figures, differences } = await compareFigures(folder);
    expect(differences).toEqual([]);
    expect(figures).toBeGreaterThan(10_000);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { LedgerLine } from "../../../models/contracts/ledger.ts";
import { readLedger, writeLedger } from "../../../pipelines/contracts/ledger-file.ts";

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-ledger-"));
  file = path.join(folder, "ledger.json");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const line = (amount_cents: number) => ({ contract: "pay", episode: "a", amount_cents }) as LedgerLine;

test("lines are kept in their order, readable by this user alone; before the first there is no file", () => {
  writeLedger(file, []);
  expect([readLedger(file), readdirSync(folder)]).toEqual([[], []]);
  writeLedger(file, [line(5)]);
  writeLedger(file, [line(5), line(-5)]);
  expect(readLedger(file)).toEqual([line(5), line(-5)]);
  expect([readdirSync(folder), statSync(file).mode & 0o777]).toEqual([["ledger.json"], 0o600]);
});

test("a line there was is never changed and never left out", () => {
  writeLedger(file, [line(5), line(7)]);
  expect(() => writeLedger(file, [line(5), line(8)])).toThrow("a line of the ledger would change: line 2");
  expect(() => writeLedger(file, [line(5)])).toThrow("a line of the ledger would change: line 2");
  expect(readLedger(file)).toEqual([line(5), line(7)]);
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { LedgerLine } from "../../../models/contracts/ledger.ts";
import { checkLedgerFits, checkLedgerWhole } from "../../../pipelines/contracts/check-ledger.ts";
import { writeLedger } from "../../../pipelines/contracts/ledger-file.ts";
import { contractOf, outcomeOf } from "../../contracts/contract-of.ts";

let folder = "";
let places = { claims: "", ledger: "" };
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-check-ledger-"));
  places = { claims: path.join(folder, "claims"), ledger: path.join(folder, "ledger.json") };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const line = (entry: LedgerLine["entry"], facts: Partial<LedgerLine> = {}) =>
  ({
    contract: "pay",
    episode: "a",
    outcome: "begun",
    occurrence: 1,
    entry,
    posted_on: "2026-01-31",
    ...facts,
  }) as LedgerLine;
const payment = (facts: Partial<LedgerLine> = {}) => line("payment", facts);

function folderOf(contract: string, ...files: string[]): void {
  mkdirSync(path.join(places.claims, contract), { recursive: true });
  const rows = files.map((file, at) => `"${at + 1}","payment",,"${file}"\n`);
  writeFileSync(path.join(places.claims, contract, "ledger.csv"), `"line","entry","reason","file"\n${rows.join("")}`);
}

test("a ledger that is missing or older than a contract's folder is refused, and one that is as long or longer is not", () => {
  folderOf("pay", "stays.csv", "stays.csv");
  const refusal = `the ledger of payments ${places.ledger} has fewer lines than ${places.claims}/pay/ledger.csv; put back the copy you kept`;
  expect(() => checkLedgerWhole(places)).toThrow(refusal);
  writeLedger(places.ledger, [payment()]);
  expect(() => checkLedgerWhole(places)).toThrow(refusal);
  writeLedger(places.ledger, [payment(), payment({ episode: "b" })]);
  checkLedgerWhole(places);
  writeLedger(places.ledger, [payment(), payment({ episode: "b" }), payment({ episode: "c" })]);
  checkLedgerWhole(places);
});

test("lines of another contract do not make up for those that are missing", () => {
  folderOf("pay", "stays.csv");
  folderOf("other", "stays.csv");
  writeLedger(places.ledger, [payment({ contract: "other" }), payment({ contract: "other", episode: "b" })]);
  expect(() => checkLedgerWhole(places)).toThrow("fewer lines than");
});

test("nothing is missing before the first payment, and a file name of two lines of text is one line", () => {
  checkLedgerWhole(places);
  folderOf("pay");
  checkLedgerWhole(places);
  folderOf("pay", 'the ""new""\nstays.csv');
  writeLedger(places.ledger, [payment()]);
  checkLedgerWhole(places);
});

const begun = outcomeOf("begun", { kind: "component_begun", service: "training" });

const fits =
  (ledger: LedgerLine[], asOf = "2026-01-31", id = "pay") =>
  () =>
    checkLedgerFits({ contracts: [contractOf({ id, outcomes: [begun] })], ledger, asOf });

test("a contract may be renamed or dropped only when none of its payments stands", () => {
  const refusal = 'payments of contract "pay" stand in the ledger and the contract is not configured; keep its file';
  expect(fits([payment()], "2026-01-31", "paid-for-starting")).toThrow(refusal);
  expect(() => checkLedgerFits({ contracts: [], ledger: [payment()], asOf: "2026-01-31" })).toThrow(refusal);
  fits([payment()])();
  fits([payment(), line("clawback")], "2026-01-31", "paid-for-starting")();
});

test("lines are posted as of the day of the last ones or later, and never before", () => {
  const ledger = [payment(), payment({ episode: "b", posted_on: "2026-02-28" })];
  expect(fits(ledger, "2026-02-27")).toThrow(
    "the ledger of payments has lines as of 2026-02-28, later than as_of 2026-02-27; count up to 2026-02-28 or a later day",
  );
  fits(ledger, "2026-02-28")();
  fits(ledger, "2026-03-01")();
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type LedgerLine, paidNow } from "../../models/contracts/ledger.ts";
import type { Places } from "../places.ts";
import { readLedger } from "./ledger-file.ts";
import type { Settlement } from "./settle.ts";

/** Throws when the ledger lacks lines that the folder of a contract has: it is lost or an older one, and would pay again. */
export function checkLedgerWhole({ claims, ledger }: Pick<Places, "claims" | "ledger">): void {
  if (!existsSync(claims)) return;
  const lines = readLedger(ledger);
  for (const id of readdirSync(claims)) {
    const copy = path.join(claims, id, "ledger.csv");
    if (existsSync(copy) && linesIn(copy) > lines.filter(({ contract }) => contract === id).length)
      throw new Error(`the ledger of payments ${ledger} has fewer lines than ${copy}; put back the copy you kept`);
  }
}

/** Lines under the header; a file name in quotes may be of several lines of text. */
const linesIn = (csv: string) =>
  readFileSync(csv, "utf8")
    .replaceAll(/"[^"]*"/g, "")
    .trimEnd()
    .split("\n").length - 1;

/** Throws when lines added now would pay twice for what stands under another id, or be posted before others. */
export function checkLedgerFits({ contracts, ledger, asOf }: Pick<Settlement, "contracts" | "ledger" | "asOf">): void {
  const ids = new Set(contracts.map(({ id }) => id));
  for (const { contract } of paidNow(ledger).values()) {
    if (!ids.has(contract))
      throw new Error(
        `payments of contract "${contract}" stand in the ledger and the contract is not configured; keep its file`,
      );
  }
  const last = lastPosted(ledger);
  if (last !== undefined && asOf < last)
    throw new Error(
      `the ledger of payments has lines as of ${last}, later than as_of ${asOf}; count up to ${last} or a later day`,
    );
}

const lastPosted = (ledger: readonly LedgerLine[]) =>
  ledger
    .map(({ posted_on }) => posted_on)
    .sort()
    .at(-1);

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { LedgerLine } from "../../models/contracts/ledger.ts";
import type { OutcomeContract } from "../../models/contracts/outcome-contract.ts";
import type { Network } from "../read-network.ts";
import { type Door, quoteText } from "../warehouse.ts";
import { writeCsv } from "../write-csv.ts";
import { checkLedgerFits } from "./check-ledger.ts";
import { reportPage } from "./report.ts";
import { type Settlement, settle } from "./settle.ts";
import { type Occasion, readStatement } from "./statement.ts";

/** What the folders of contracts are written from, beside the facts. */
export interface ClaimsOf extends Omit<Settlement, "contracts"> {
  network: Pick<Network, "name" | "contact" | "partners" | "contracts">;
  /** The day of the run itself. */
  readOn: string;
}

/**
 * Writes `<folder>/<contract>/` for every contract: report.html, claims.csv, ledger.csv and invoice.csv, with no key of a person or an
 * episode. Writes nothing without a contract. Returns the ledger, this run's lines included. Throws when lines added now do not fit it.
 */
export async function writeClaims(
  door: Door,
  folder: string,
  { network, readOn, ...rest }: ClaimsOf,
): Promise<LedgerLine[]> {
  const { contracts, partners, name, contact } = network;
  checkLedgerFits({ contracts, ledger: rest.ledger, asOf: rest.asOf });
  if (contracts.length === 0) return [...rest.ledger];
  const ledger = await settle(door, { contracts, ...rest });
  const occasion = { network: name, contact, asOf: rest.asOf, readOn };
  for (const contract of contracts) {
    const provider = partners.find(({ id }) => id === contract.provider)!.name;
    await writeContract(door, path.join(folder, contract.id), contract, { ...occasion, provider });
  }
  return ledger;
}

async function writeContract(
  door: Door,
  folder: string,
  contract: OutcomeContract,
  { provider, ...occasion }: Occasion & { provider: string },
): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const own = `where contract = ${quoteText(contract.id)}`;
  const copy = (query: string, name: string) => writeCsv(door, query, path.join(folder, name));
  await copy(
    `select file, row, episode, outcome, occurrence, entered_on, open_until, achieved_on, evidenced_on, status, reason, rate_cents, amount_cents
    from claim ${own} order by file, row, episode, outcome, occurrence`,
    "claims.csv",
  );
  await copy(
    `select row_number() over (order by line) as line, posted_on, run, entry, outcome, occurrence, episode, achieved_on, amount_cents, reason, file, row
    from ledger_line ${own} order by line`,
    "ledger.csv",
  );
  await copy(
    `select strftime(posted_on, '%Y-%m') as invoice_month, strftime(achieved_on, '%Y-%m') as reached_month, outcome,
      count(*) filter (entry = 'payment') as payments, count(*) filter (entry = 'clawback') as clawbacks, sum(amount_cents) as amount_cents
    from ledger_line ${own} group by all order by all`,
    "invoice.csv",
  );
  const page = reportPage(await readStatement(door, contract, provider, occasion));
  writeFileSync(path.join(folder, "report.html"), page, { mode: 0o600 });
}

import { claims } from "../../models/contracts/claims.ts";
import { type LedgerClaim, type LedgerLine, newLines } from "../../models/contracts/ledger.ts";
import type { OutcomeContract } from "../../models/contracts/outcome-contract.ts";
import type { Receipt } from "../receive/receipt.ts";
import { type ColumnType, type Door, quoteText } from "../warehouse.ts";
import { episodeName } from "./rename-episodes.ts";

/** What a ledger is brought up to date with. */
export interface Settlement {
  contracts: readonly OutcomeContract[];
  /** All lines there are so far. */
  ledger: readonly LedgerLine[];
  /** Receipts of the files in use, for the names of the files that episodes stand in. */
  inUse: readonly Receipt[];
  /** The run, and the last day it counts. */
  run: string;
  asOf: string;
}

const claimColumns =
  "contract varchar, episode varchar, outcome varchar, occurrence integer, entered_on date, open_until date, achieved_on date, evidenced_on date, status varchar, reason varchar, rate_cents bigint, amount_cents bigint, file varchar, row bigint";

/**
 * Temp tables `claim`, with what every contract's outcomes are worth now, and `ledger_line`, with what was paid and taken back, this
 * run included. Returns all lines of the ledger; those there were are the first of them. Needs the facts.
 */
export async function settle(door: Door, { contracts, ledger, inUse, run, asOf }: Settlement): Promise<LedgerLine[]> {
  await door.run(`create temp table claim (${claimColumns})`);
  await loadFileNames(door, inUse);
  for (const contract of contracts) await door.run(`insert into claim ${claimSql(door, contract)}`);
  const found = await door.rows<LedgerClaim>(
    `select contract, episode, outcome, occurrence, file, row, achieved_on, amount_cents, reason from claim
    order by contract, episode, outcome, occurrence`,
  );
  const ids = new Set(contracts.map(({ id }) => id));
  const own = ledger.filter(({ contract }) => ids.has(contract));
  const lines = [...ledger, ...newLines(own, found, { run, posted_on: asOf })];
  await loadLines(door, lines);
  return lines;
}

/** The claims of a contract with a number for the episode that says nothing elsewhere, and with its place in the provider's own file. */
const claimSql = (door: Door, contract: OutcomeContract) =>
  `select c.contract, ${episodeName("c.contract", "c.enrollment_key")}, c.outcome, c.occurrence, c.entered_on, c.open_until,
    c.achieved_on, c.evidenced_on, c.status, c.reason, c.rate_cents, c.amount_cents, coalesce(f.file_name, e.feed_id), e.row_number
  from (${claims(door.kysely, contract).compile().sql}) as c
  join enrollment as e on e.partner_id = ${quoteText(contract.provider)} and e.enrollment_key = c.enrollment_key
  left join enrollment_file as f on f.partner_id = e.partner_id and f.feed_id = e.feed_id and f.file_hash = e.file_hash`;

async function loadFileNames(door: Door, inUse: readonly Receipt[]): Promise<void> {
  const columns = { partner_id: "varchar", feed_id: "varchar", file_hash: "varchar", file_name: "varchar" } as const;
  const named = inUse.flatMap(({ partner, feed, hash, converted }) =>
    converted
      .filter(({ record }) => record === "enrollment")
      .map(({ file }) => ({ partner_id: partner, feed_id: feed, file_hash: hash, file_name: file })),
  );
  const files = new Map(named.map((file) => [`${file.partner_id} ${file.feed_id} ${file.file_hash}`, file]));
  await door.run(
    "create temp table enrollment_file (partner_id varchar, feed_id varchar, file_hash varchar, file_name varchar)",
  );
  await door.append("enrollment_file", columns, [...files.values()]);
}

const lineColumns: Readonly<Record<keyof LedgerLine, ColumnType>> = {
  contract: "varchar",
  episode: "varchar",
  outcome: "varchar",
  occurrence: "integer",
  entry: "varchar",
  amount_cents: "double",
  achieved_on: "varchar",
  posted_on: "varchar",
  run: "varchar",
  reason: "varchar",
  file: "varchar",
  row: "double",
};

async function loadLines(door: Door, lines: readonly LedgerLine[]): Promise<void> {
  const columns = Object.entries(lineColumns).map(([name, type]) => `${name} ${type}`);
  await door.run(`create temp table ledger_text (line integer, ${columns.join(", ")})`);
  const numbered = lines.map((line, at) => ({ line: at + 1, ...line }));
  await door.append("ledger_text", { line: "integer", ...lineColumns }, numbered);
  await door.run(`create temp table ledger_line as select * replace (cast(amount_cents as bigint) as amount_cents,
    cast(row as bigint) as row, cast(achieved_on as date) as achieved_on, cast(posted_on as date) as posted_on) from ledger_text`);
}

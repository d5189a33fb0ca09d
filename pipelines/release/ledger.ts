import { readFileSync, writeFileSync } from "node:fs";
import { addressText, type FigureKind } from "../../models/figure-address.ts";
import type { FigureKey, Publication } from "../../models/published.ts";

/** One figure of a release: its number, or why it has none. */
export interface LedgerLine {
  address: string;
  status: string;
  value: number | null;
}

/** What a publication says of every figure, in the order of their addresses. */
export function ledgerOf({ cell, aggregate_cell, rate, median, sum, standardised }: Publication): LedgerLine[] {
  const lines = [
    ...cell.map((row) => line(row, "count", row.part, row.value)),
    ...aggregate_cell.map((row) =>
      line({ ...row, member: `${row.partner_id}:${row.member}` }, "count", row.part, row.value),
    ),
    ...rate.map((row) => line(row, "rate", row.rate, row.share)),
    ...median.map((row) => line(row, "median", row.median, row.value)),
    ...sum.map((row) => line(row, "sum", row.sum, row.value)),
    ...standardised.map((row) => line(row, "ratio", row.rate, row.ratio)),
  ];
  return lines.sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
}

const line = (
  row: FigureKey & { status: string },
  kind: FigureKind,
  figure: string,
  value: number | null,
): LedgerLine => ({ address: addressText({ ...row, kind, figure }), status: row.status, value });

/** Writes a ledger as CSV; ids and words alone stand in it besides numbers. */
export function writeLedgerFile(file: string, lines: readonly LedgerLine[]): void {
  const rows = lines.map(({ address, status, value }) => `${address},${status},${value ?? ""}\n`);
  writeFileSync(file, `address,status,value\n${rows.join("")}`);
}

/** Reads a ledger back, by address. */
export function readLedgerFile(file: string): Map<string, LedgerLine> {
  const rows = readFileSync(file, "utf8").trimEnd().split("\n").slice(1);
  return new Map(
    rows.map((row) => {
      const [address = "", status = "", value = ""] = row.split(",");
      return [address, { address, status, value: value === "" ? null : Number(value) }];
    }),
  );
}

import { shareCell, wordsCell } from "../data-table.ts";
import type { DataTable } from "../figure-content.ts";
import { boundColumns } from "../sentences/bounds.ts";
import { differenceWords } from "../sentences/difference.ts";
import { intervalWords } from "../sentences/rates.ts";
import { countsOf, type RateRow } from "./rate-row.ts";

const plain = ["Share", "People", "95% confidence interval"];

const comparedCells = ({ rate, against }: RateRow) => [shareCell(against), wordsCell(differenceWords(rate, against))];

/** The table of shares: with their bounds where any has them, and beside the `other` where there is one. */
export function rateTable(rows: readonly RateRow[], first: string, other: string): DataTable {
  const bounded = rows.some(({ low, high }) => low !== undefined && high !== undefined);
  const compared = other === "" ? [] : [`Share, ${other}`, "Difference (95% CI)"];
  return {
    columns: [first, ...plain, ...(bounded ? boundColumns : []), ...compared],
    rows: rows.map((row) => ({
      name: row.name,
      cells: [
        ...[shareCell(row.rate), wordsCell(countsOf(row.rate)), wordsCell(intervalWords(row.rate))],
        ...(bounded ? [shareCell(row.low), shareCell(row.high)] : []),
        ...(other === "" ? [] : comparedCells(row)),
      ],
    })),
  };
}

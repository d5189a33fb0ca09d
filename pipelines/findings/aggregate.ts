import type { Entries } from "./entry.ts";

/** Tables of counts from agencies that send no rows about people: one that could give somebody away is refused whole. */
export interface AggregateFacts {
  "counts-unreadable": { file: string; because: string };
  "counts-header": { file: string; columns: string };
  "counts-ragged": { file: string; row: number; cells: number; columns: number };
  "counts-word": { file: string; row: number; column: string; allowed: string };
  "counts-place": { file: string; row: number };
  "counts-repeated": { file: string; row: number; first: number };
  "counts-small": { file: string; row: number; threshold: number };
  "counts-telling": { file: string; counts: number; first: string };
  "counts-contradiction": { file: string; first: string };
}

const KEPT = "Nothing of the file was kept; the last good one stays in use.";

export const aggregateFindings: Entries<AggregateFacts> = {
  "counts-unreadable": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: the table of counts cannot be read, because ${f.because}.`,
      `${KEPT} Send it as CSV (UTF-8).`,
    ],
  },
  "counts-header": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: a table of counts has these columns and no others: ${f.columns}.`,
      `${KEPT} An agency that sends totals only may send nothing else, not even with tokens in place of names.`,
    ],
  },
  "counts-ragged": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: row ${f.row} has ${f.cells} cells where the header has ${f.columns}.`,
      `${KEPT} Mend the row and send the file again.`,
    ],
  },
  "counts-word": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: the cell in row ${f.row}, column "${f.column}", is none of the words it may hold: ${f.allowed}.`,
      `${KEPT} Correct the cell and send the file again.`,
    ],
  },
  "counts-place": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: the count in row ${f.row} is not one that the network makes: its measure has no such slice, or not for such a period, or the period is not over long enough.`,
      `${KEPT} Leave the row out and send the file again.`,
    ],
  },
  "counts-repeated": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: row ${f.row} is about the same people and period as row ${f.first}.`,
      `${KEPT} Keep one of the two and send the file again.`,
    ],
  },
  "counts-small": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: row ${f.row} holds a count below ${f.threshold}, zero included.`,
      `${KEPT} Write the word withheld in its place, and in the place of another count in the same group, and send the file again.`,
    ],
  },
  "counts-telling": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: ${f.counts === 1 ? "1 count" : `${f.counts} counts`} that the file does not show can be worked out from those it shows, or nearly so. The first: ${f.first}.`,
      `${KEPT} Write withheld in the place of another count of the same group or period and send the file again.`,
    ],
  },
  "counts-contradiction": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: the counts do not add up. The first place: ${f.first}.`,
      `${KEPT} Correct the counts and send the file again.`,
    ],
  },
};

import type { Entries } from "./entry.ts";

/** What stops a file from being read as a table of text. */
export interface ReadingFacts {
  "not-text": { file: string; row: number };
  "wrong-encoding": { file: string; row: number; encoding: string };
  "no-header": { file: string };
  "blank-beginning": { file: string };
  "separator-line": { file: string; separator: string; agreed: string };
  "wrong-delimiter": { file: string; seems: string; agreed: string; by: "mapping" | "format" };
  "overlong-cell": { file: string; row: number; column: string; limit: number };
  "unreadable-file": { file: string; because: string };
  "sealed-file-lost": { file: string; hash: string; because: string };
}

const DELIMITERS: Readonly<Record<string, string>> = {
  ",": "commas (,)",
  ";": "semicolons (;)",
  "\t": "tabs",
  "|": "vertical bars (|)",
};

/** What separates the cells of a file, in words. */
const delimiters = (delimiter: string) => DELIMITERS[delimiter] ?? delimiter;

const agreeing = (seems: string, agreed: string) =>
  `save it with ${delimiters(agreed)} between its cells or set delimiter to ${JSON.stringify(seems)} for this feed in the partner's YAML`;

export const readingFindings: Entries<ReadingFacts> = {
  "not-text": {
    outcome: "stopped",
    says: (f) => [
      `${f.file}: the file has a NUL byte near row ${f.row}, so it is not a text file.`,
      "Save it as CSV (UTF-8) and send it again.",
    ],
  },
  "wrong-encoding": {
    outcome: "stopped",
    says: (f) => [
      `${f.file}: row ${f.row} is not ${f.encoding}.`,
      "Save the file as CSV UTF-8, or say in the partner's YAML which encoding it has (windows-1252 or latin-1).",
    ],
  },
  "no-header": {
    outcome: "stopped",
    says: (f) => [
      `${f.file}: the file is empty.`,
      "Send it with its header row, even when there is nothing to report.",
    ],
  },
  "blank-beginning": {
    outcome: "stopped",
    says: (f) => [
      `${f.file}: the file begins with more than a megabyte of blanks, where its header row belongs.`,
      "Take the blanks out, so that the header is the first row, and send the file again.",
    ],
  },
  "separator-line": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: the first line (sep=) says to a spreadsheet that ${delimiters(f.separator)} separate the cells, where the header row belongs${f.separator === f.agreed ? "" : `; the mapping says ${delimiters(f.agreed)}`}.`,
      `Nothing of the file was kept. Delete that line, so that the header is the first row${f.separator === f.agreed ? "" : `, ${agreeing(f.separator, f.agreed)}`}, and send the file again.`,
    ],
  },
  "wrong-delimiter": {
    outcome: "stopped",
    says: (f) => [
      `${f.file}: the cells seem to be separated by ${delimiters(f.seems)}, while the ${f.by} says ${delimiters(f.agreed)}.`,
      f.by === "mapping"
        ? `Either ${agreeing(f.seems, f.agreed)}.`
        : `Export it with ${delimiters(f.agreed)} between its cells and send it again.`,
    ],
  },
  "overlong-cell": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: the cell in row ${f.row}, column "${f.column}", is longer than ${f.limit.toLocaleString("en-US")} bytes, more than can be read and screened.`,
      "Nothing of the file was kept. Close the quotation mark that is open there, or shorten the cell, and send the file again.",
    ],
  },
  "unreadable-file": {
    outcome: "stopped",
    says: (f) => [
      `${f.file}: the file cannot be read, because ${f.because}.`,
      "Put it into the folder again, readable for the pipeline; every run tries anew.",
    ],
  },
  "sealed-file-lost": {
    outcome: "stopped",
    says: (f) => [
      `${f.file}: it is to be converted again, and its sealed copy inbox/${f.hash} cannot be read, because ${f.because}.`,
      "Bring the copy back from a backup, or put the file into the partner's folder again; every run tries anew.",
    ],
  },
};

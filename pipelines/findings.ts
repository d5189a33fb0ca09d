import { visible } from "./visible.ts";

/** What each finding needs to be said. Cell values never appear: only files, rows, columns, kinds and counts. */
interface Facts {
  "identifier-column": { file: string; column: string; identifier: string };
  "identifier-values": { file: string; column: string; identifier: string; rows: number };
  "identifier-in-misfits": { file: string; identifier: string; rows: number };
  "identifying-file-name": { file: string; identifier: string };
  "unhashed-export": { file: string; column: string };
  "not-text": { file: string; row: number };
  "wrong-encoding": { file: string; row: number; encoding: string };
  "no-header": { file: string };
  "blank-beginning": { file: string };
  "separator-line": { file: string; separator: string; agreed: string };
  "unnamed-column": { file: string; position: number };
  "duplicate-column": { file: string; column: string };
  "reserved-column": { file: string; column: string };
  "no-agreed-column": { file: string; columns: number };
  "wrong-delimiter": { file: string; seems: string; agreed: string; by: "mapping" | "format" };
  "overlong-cell": { file: string; row: number; column: string; limit: number };
  "unknown-column": { file: string; column: string; nearest: string | null };
  "missing-column": { file: string; column: string; field: string };
  "missing-file": { file: string };
  "wrong-format": { file: string; column: string; expected: string };
  "too-many-broken-rows": { file: string; broken: number; rows: number; limit: number };
  "broken-rows": { file: string; broken: number; rows: number };
  "kept-last-good": { feed: string; file: string; files?: number };
  "removed-from-use": { file: string; on: string; records: number };
  "unreadable-file": { file: string; because: string };
  "sealed-file-lost": { file: string; hash: string; because: string };
  "contested-file": { file: string; feeds: readonly string[] };
  "shrunken-snapshot": { file: string; record: string; before: number; now: number; share: number };
  "unreadable-folder": { folder: string; because: string };
  "unmatched-files": { files: number; first: readonly string[] };
  "folder-for-file": { folder: string; feeds: readonly string[] };
}

export type FindingCode = keyof Facts;

/** Something wrong with data, for the partner that sent it. `refused`: nothing of the file is kept; `stopped`: the last good file stays in use. */
export type Finding = {
  [Code in FindingCode]: { code: Code; partner: string; feed: string | null; facts: Facts[Code] };
}[FindingCode];

export type Outcome = "refused" | "stopped" | "noted";

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

const percent = (share: number) => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "it is not there",
  EACCES: "the pipeline may not read it",
  EPERM: "the pipeline may not read it",
  EISDIR: "it is a folder",
  ENOTDIR: "it is not a folder",
};

/** Why a file or folder cannot be read, as the end of a sentence. */
export const unreadableBecause = ({ code }: { code?: string | undefined }): string =>
  REASONS[code ?? ""] ?? `reading fails (${code ?? "no code"})`;

/** What is wrong, and what to do about it. */
type Said = readonly [what: string, advice: string];

const says: { [Code in FindingCode]: (facts: Facts[Code]) => Said } = {
  "identifier-column": (f) => [
    `${f.file}: the column "${f.column}" is for ${f.identifier}, which identifies people.`,
    "Nothing of the file was kept. Leave such columns out (npm run deidentify does it for HMIS exports) and send the file again.",
  ],
  "identifier-values": (f) => [
    `${f.file}: the column "${f.column}" holds what looks like ${f.identifier} in ${f.rows} row${f.rows === 1 ? "" : "s"}.`,
    "Nothing of the file was kept. Take such values out and send the file again.",
  ],
  "identifier-in-misfits": (f) => [
    `${f.file}: ${f.rows} ${f.rows === 1 ? "row that does not fit the header holds" : "rows that do not fit the header hold"} what looks like ${f.identifier}.`,
    "Nothing of the file was kept. Take such values out, mend the rows and send the file again.",
  ],
  "identifying-file-name": (f) => [
    `${f.file}: a file is called so here because its own name holds what looks like ${f.identifier}.`,
    "Nothing of the file was kept. Give it a name that says nothing about a person and send it again; sha256sum tells which file it is.",
  ],
  "unhashed-export": (f) => [
    `${f.file}: "${f.column}" says that the export is not hashed or only hashed, which is not de-identified.`,
    "Nothing of the export was kept. Run npm run deidentify on it and send what that writes.",
  ],
  "not-text": (f) => [
    `${f.file}: the file has a NUL byte near row ${f.row}, so it is not a text file.`,
    "Save it as CSV (UTF-8) and send it again.",
  ],
  "wrong-encoding": (f) => [
    `${f.file}: row ${f.row} is not ${f.encoding}.`,
    "Save the file as CSV UTF-8, or say in the partner's YAML which encoding it has (windows-1252 or latin-1).",
  ],
  "no-header": (f) => [
    `${f.file}: the file is empty.`,
    "Send it with its header row, even when there is nothing to report.",
  ],
  "blank-beginning": (f) => [
    `${f.file}: the file begins with more than a megabyte of blanks, where its header row belongs.`,
    "Take the blanks out, so that the header is the first row, and send the file again.",
  ],
  "separator-line": (f) => [
    `${f.file}: the first line (sep=) says to a spreadsheet that ${delimiters(f.separator)} separate the cells, where the header row belongs${f.separator === f.agreed ? "" : `; the mapping says ${delimiters(f.agreed)}`}.`,
    `Nothing of the file was kept. Delete that line, so that the header is the first row${f.separator === f.agreed ? "" : `, ${agreeing(f.separator, f.agreed)}`}, and send the file again.`,
  ],
  "wrong-delimiter": (f) => [
    `${f.file}: the cells seem to be separated by ${delimiters(f.seems)}, while the ${f.by} says ${delimiters(f.agreed)}.`,
    f.by === "mapping"
      ? `Either ${agreeing(f.seems, f.agreed)}.`
      : `Export it with ${delimiters(f.agreed)} between its cells and send it again.`,
  ],
  "overlong-cell": (f) => [
    `${f.file}: the cell in row ${f.row}, column "${f.column}", is longer than ${f.limit.toLocaleString("en-US")} bytes, more than can be read and screened.`,
    "Nothing of the file was kept. Close the quotation mark that is open there, or shorten the cell, and send the file again.",
  ],
  "unnamed-column": (f) => [
    `${f.file}: column ${f.position} has no name in the header row.`,
    "Name it or leave it out.",
  ],
  "duplicate-column": (f) => [`${f.file}: the header names the column "${f.column}" twice.`, "Keep one of the two."],
  "reserved-column": (f) => [
    `${f.file}: the pipeline itself uses the name "${f.column}".`,
    "Give the column another name.",
  ],
  "no-agreed-column": (f) => [
    `${f.file}: none of the ${f.columns} cells of the first row is the name of an agreed column, so it may be data and is not repeated here.`,
    "Nothing of the file was kept. Send the file with its header row, or map its columns in the partner's YAML.",
  ],
  "unknown-column": (f) => [
    `${f.file}: nobody has agreed what the column "${f.column}" means${f.nearest ? `; did you mean "${f.nearest}"?` : "."}`,
    "Map it in the partner's YAML under columns, or list it under ignore.",
  ],
  "missing-column": (f) => [
    `${f.file}: the column "${f.column}" (${f.field}) is not in the file.`,
    "Add it, or correct its name in the partner's YAML.",
  ],
  "missing-file": (f) => [`${f.file} is not in the export.`, "Send the export whole."],
  "wrong-format": (f) => [`${f.file}: "${f.column}" says that this is not ${f.expected}.`, "Export it in that format."],
  "too-many-broken-rows": (f) => [
    `${f.file}: ${f.broken} of ${f.rows} rows break their rules, more than the agreed ${percent(f.limit)}.`,
    "The whole file is stopped; see the reasons, correct it and send it again.",
  ],
  "broken-rows": (f) => [
    `${f.file}: ${f.broken} of ${f.rows} rows break their rules and are set aside; the rest is loaded.`,
    "See the reasons and send the corrected rows.",
  ],
  "kept-last-good": (f) => [
    `The last good ${(f.files ?? 1) === 1 ? "file" : "files"} of the feed "${f.feed}" ${(f.files ?? 1) === 1 ? "stays" : "stay"} in use (${f.file}).`,
    "",
  ],
  "removed-from-use": (f) => [
    `${f.file}: the same file was taken in on ${f.on}, before it was screened as it is now. Its sealed copy is removed${f.records > 0 ? `, and the ${f.records} records accepted from it are no longer used` : ""}.`,
    "",
  ],
  "unreadable-file": (f) => [
    `${f.file}: the file cannot be read, because ${f.because}.`,
    "Put it into the folder again, readable for the pipeline; every run tries anew.",
  ],
  "sealed-file-lost": (f) => [
    `${f.file}: it is to be converted again, and its sealed copy inbox/${f.hash} cannot be read, because ${f.because}.`,
    "Bring the copy back from a backup, or put the file into the partner's folder again; every run tries anew.",
  ],
  "contested-file": (f) => [
    `${f.file}: the file fits the patterns of ${f.feeds.length} feeds (${f.feeds.join(", ")}), so it is read for none of them.`,
    "Narrow the patterns under files in the partner's YAML, so that every file fits one feed.",
  ],
  "shrunken-snapshot": (f) => [
    `${f.file}: the full snapshot has ${f.now} ${f.record} records where ${f.before} are in use, less than the agreed ${percent(f.share)}.`,
    "Send the whole export again; if so many are really gone, set stop_below for this feed to a smaller share (0 accepts any) in the partner's YAML.",
  ],
  "unreadable-folder": (f) => [
    `The folder ${f.folder} cannot be read, because ${f.because}.`,
    "What was received before stays in use; correct the folder in the partner's YAML, or its permissions.",
  ],
  "unmatched-files": (f) => [
    `${f.files === 1 ? "1 file or link belongs" : `${f.files} files or links belong`} to no feed and ${f.files === 1 ? "is" : "are"} passed over: ${f.first.join(", ")}${f.files > f.first.length ? ", …" : ""}.`,
    "Correct the name or the pattern under files in the partner's YAML, replace links by files, or take them out of the folder.",
  ],
  "folder-for-file": (f) => [
    `${f.folder}: this is a folder, and it is named like a file of the feed ${f.feeds.map((feed) => `"${feed}"`).join(" or ")}, so nothing in it is read.`,
    "Put the file itself in the place of the folder, or give the folder another name.",
  ],
};

const refusing = new Set<FindingCode>([
  "identifier-column",
  "identifier-values",
  "identifier-in-misfits",
  "identifying-file-name",
  "unhashed-export",
  "separator-line",
  "overlong-cell",
  "no-agreed-column",
]);
const stopping = new Set<FindingCode>([
  "not-text",
  "wrong-encoding",
  "no-header",
  "blank-beginning",
  "wrong-delimiter",
  "unnamed-column",
  "duplicate-column",
  "reserved-column",
  "unknown-column",
  "missing-column",
  "missing-file",
  "wrong-format",
  "too-many-broken-rows",
  "unreadable-file",
  "sealed-file-lost",
  "contested-file",
  "shrunken-snapshot",
]);

const said = (finding: Finding) => (says[finding.code] as (facts: Finding["facts"]) => Said)(finding.facts);

/** What is wrong: names file, row and column, never a cell's value. */
export const what = (finding: Finding): string => visible(said(finding)[0]);

/** What the partner can do about it; empty when there is nothing to do. */
export const advice = (finding: Finding): string => visible(said(finding)[1]);

/** The whole sentence a partner reads. */
export const sentence = (finding: Finding): string => visible(said(finding).filter(Boolean).join(" "));

/** What a finding does to its file. */
export function outcome(finding: Finding): Outcome {
  if (refusing.has(finding.code)) return "refused";
  return stopping.has(finding.code) ? "stopped" : "noted";
}

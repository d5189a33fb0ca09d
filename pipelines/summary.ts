import type { AuditReport } from "./audit/audit.ts";
import { recordCount } from "./build/load.ts";
import { advice, type Finding, sentence, what } from "./findings.ts";
import type { ProtectionReport } from "./protect/report.ts";
import type { Receipt } from "./receive/receipt.ts";
import type { TakenIn } from "./receive/take-in.ts";
import type { RunRecord, Totals } from "./run-record.ts";
import { visible } from "./visible.ts";
import { type Door, tableSize } from "./warehouse.ts";

/** A whole number with thousands separators. */
export const count = (number: number) => number.toLocaleString("en-US");

/** Rows of the files of some receipts, and the records accepted from them. */
export function rowsOf(receipts: readonly Receipt[]): { rows: number; accepted: number; broken: number } {
  const converted = receipts.flatMap((receipt) => receipt.converted);
  const sum = (of: "rows" | "accepted" | "broken") => converted.reduce((total, each) => total + each[of], 0);
  return { rows: sum("rows"), accepted: sum("accepted"), broken: sum("broken") };
}

/** Receipts as a run's record lists them. */
export function filesOf(receipts: readonly Receipt[]): RunRecord["files"] {
  return receipts.map((receipt) => ({
    partner: receipt.partner,
    feed: receipt.feed,
    name: receipt.name,
    hash: receipt.hash,
    outcome: receipt.outcome,
    accepted: rowsOf([receipt]).accepted,
    broken: rowsOf([receipt]).broken,
    says: receipt.findings.map(sentence),
    shown: shownFindings(receipt),
  }));
}

/** Findings about partners' folders, as a run's record lists them. */
export function foundIn(found: readonly Finding[]): RunRecord["found"] {
  return found.map((finding) => ({ partner: finding.partner, says: sentence(finding) }));
}

/** Findings as lines to read: what is wrong, each advice once after all it is for. */
function shownFindings({ findings }: Receipt): string[] {
  const advices = [...new Set(findings.map(advice))];
  return advices.flatMap((given) => [
    ...findings.filter((finding) => advice(finding) === given).map(what),
    ...(given ? [given] : []),
  ]);
}

/** The files a network stands on. */
export function filesNow({ inUse, refused, stopped }: TakenIn) {
  return { files_in_use: inUse.length, files_refused: refused.length, files_stopped: stopped.length };
}

/** What the run came to, counted in the warehouse that was built. */
export async function totalsOf(
  door: Door,
  taken: TakenIn,
  protection: ProtectionReport,
  audit: AuditReport,
): Promise<Totals> {
  const [people] = await door.rows<{ n: number }>("select count(distinct network_person_key) as n from episode");
  const [measured] = await door.rows<{ n: number }>("select count(distinct measure) as n from figure");
  const [aside] = await door.rows<{ n: number }>(
    "select count(*) as n from (select distinct file_hash, partner_id, feed_id, row_number, record from set_aside)",
  );
  return {
    ...filesNow(taken),
    records: await recordCount(door),
    rows_set_aside: aside!.n,
    first_reasons: await firstReasons(door),
    people: people!.n,
    episodes: await tableSize(door, "episode"),
    measures: measured!.n,
    cells: protection.cells,
    cells_shown: protection.shown,
    cells_withheld: protection.primary + protection.complementary,
    cells_shown_share: protection.shownCellsShare,
    people_shown_share: protection.shownPeopleShare,
    audit: audit.verdict,
    cells_attacked: audit.attacked,
    pages: 0,
  };
}

/** The commonest reasons for which rows were set aside, each with its first row. */
function firstReasons(door: Door): Promise<Totals["first_reasons"][number][]> {
  return door.rows(`select partner_id as partner, coalesce(file_name, feed_id) as file, min(row_number) as row, column_name as column, says, count(*) as rows
    from set_aside group by partner_id, feed_id, file_name, column_name, says order by rows desc, partner, file, column_name, says limit 5`);
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

interface Elsewhere {
  /** The command that opens the site. */
  preview: string;
  /** Folder of the set-aside reports. */
  setAside: string;
  /** Folder of the partners' reports on data quality. */
  feedback: string;
}

/** The run as a data manager reads it. */
export const summaryLines = (record: RunRecord, elsewhere: Elsewhere): string[] =>
  linesOf(record, elsewhere).map(visible);

function linesOf(record: RunRecord, { preview, setAside, feedback }: Elsewhere): string[] {
  const { totals } = record;
  const read = record.files.filter((file) => file.outcome === "accepted").length;
  const lines = [
    "",
    headline(record),
    `  Files read now      ${count(record.files.length)}: ${count(read)} accepted${said(record, "stopped")}${said(record, "refused")}`,
    ...record.files
      .filter((file) => file.outcome !== "accepted")
      .flatMap((file) => [
        `    ${file.partner}/${file.name} was ${file.outcome}:`,
        ...file.shown.map((says) => `      ${says}`),
      ]),
    ...record.found.map(({ partner, says }) => `    ${partner}: ${says}`),
  ];
  if (!totals) return lines;
  return [
    ...lines,
    `  Files in use        ${count(totals.files_in_use)}; ${count(totals.files_refused)} refused, ${count(totals.files_stopped)} stopped and not yet mended`,
    `  Records             ${count(totals.records)} in the warehouse`,
    `  Rows set aside      ${count(totals.rows_set_aside)}${totals.rows_set_aside > 0 ? ` (all reasons: ${setAside}/<partner>.csv). The commonest:` : ""}`,
    ...totals.first_reasons.map(
      ({ partner, file, row, column, says, rows }) =>
        `    ${count(rows)} × ${partner}/${file}${column ? `, ${column}` : ""}: ${says} (first in row ${count(row)})`,
    ),
    ...rareLine(record),
    ...frozenLine(record),
    `  Feedback            ${feedback}/<partner>/report.html`,
    `  People              ${count(totals.people)} in ${count(totals.episodes)} episodes`,
    `  Measures            ${totals.measures}`,
    `  Cells               ${count(totals.cells)}: ${count(totals.cells_shown)} shown, ${count(totals.cells_withheld)} withheld; ${percent(totals.cells_shown_share)} of nonzero cells and ${percent(totals.people_shown_share)} of people in them are shown`,
    `  Audit               ${totals.audit}: ${count(totals.cells_attacked)} hidden cells attacked, none can be worked out or narrowed`,
    ...(record.site
      ? [
          `  Site                ${record.site}/index.html`,
          `  Sites               ${count(totals.pages)} pages in all: beside it stand funders/ and agency/<id>/, each to be put behind a login of its own`,
          `  To open it          ${preview}, or open that file in a browser`,
        ]
      : []),
  ];
}

function rareLine({ run, rare }: RunRecord): string[] {
  const people = rare.reduce((sum, each) => sum + each.people, 0);
  if (people === 0) return [];
  return [
    `  Rare combinations   ${count(people)} people of ${rare.length} partners (runs/${run}.json says what became of them)`,
  ];
}

/** Rows of closed quarters are told of in the measures that are published by the quarter. */
function frozenLine({ run, after_release, frozen = [] }: RunRecord): string[] {
  const sum = (of: "late" | "changed" | "gone") => frozen.reduce((total, each) => total + each[of], 0);
  if (frozen.length === 0) return [];
  return [
    `  Closed quarters     stay as in release ${after_release}: ${count(sum("late"))} rows came late and count in the first open quarter, ${count(sum("changed"))} changed and ${count(sum("gone"))} gone ones are counted as before (runs/${run}.json: by measure and partner)`,
  ];
}

function headline({ run, outcome, seconds, as_of, error }: RunRecord): string {
  if (outcome === "failed") return `${run} failed after ${seconds.toFixed(1)} s: ${error}`;
  if (outcome === "unchanged")
    return `${run}: nothing has changed since the last publication, which stands. Data as of ${as_of}.`;
  return `${run} published in ${seconds.toFixed(1)} s. Data as of ${as_of}.`;
}

function said({ files }: RunRecord, outcome: string): string {
  const number = files.filter((file) => file.outcome === outcome).length;
  return number === 0 ? "" : `, ${count(number)} ${outcome}`;
}

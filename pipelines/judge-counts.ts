import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { publicationAlone } from "../models/aggregate/alone.ts";
import { countable } from "../models/aggregate/countable.ts";
import { periodsAround } from "../models/aggregate/periods.ts";
import { groupings } from "../models/grouping.ts";
import { measures } from "../models/measures/catalogue.ts";
import type { PublishedAggregateCell } from "../models/published.ts";
import { type Countables, checkCounts } from "./aggregate/check-counts.ts";
import { type CountFault, readCounts } from "./aggregate/read-counts.ts";
import { audit } from "./audit/audit.ts";
import type { Finding } from "./findings.ts";
import { publishableCounts } from "./protect/aggregates.ts";
import { releaseOf, settingsOf } from "./publication.ts";
import type { Network } from "./read-network.ts";
import { identifierInFileName } from "./screen/screen-file-name.ts";
import { unreadableBecause } from "./unreadable-because.ts";
import { visible } from "./visible.ts";

/** Whose words and rules a table of counts is judged by, and until which day. */
export interface Judging {
  network: Network;
  asOf: string;
  code: string;
}

/** What can be wrong with a table of counts or its name. */
export type TableFault = CountFault | Pick<Extract<Finding, { code: "identifying-file-name" }>, "code" | "facts">;

/** A table of counts under the name it may be called by, or why it was not opened. */
export interface OpenedCounts {
  name: string;
  bytes?: Buffer;
  fault?: TableFault;
}

/** No table of counts is larger. */
const LARGEST_FILE = 5_000_000;

/** Opens a table of counts in a folder. */
export function openCounts(folder: string, given: string): OpenedCounts {
  const identifier = identifierInFileName(given);
  if (identifier)
    return { name: "", fault: { code: "identifying-file-name", facts: { file: "a table of counts", identifier } } };
  const name = visible(given);
  const unreadable = (because: string): OpenedCounts => ({
    name,
    fault: { code: "counts-unreadable", facts: { file: name, because } },
  });
  try {
    const file = path.join(folder, given);
    if (statSync(file).size > LARGEST_FILE) return unreadable("it is larger than 5 MB, which no table of counts is");
    return { name, bytes: readFileSync(file) };
  } catch (error) {
    return unreadable(unreadableBecause(error as NodeJS.ErrnoException));
  }
}

/** What becomes of a table: its cells where it is good, else everything that keeps it from being published. */
export interface JudgedCounts {
  /** Rows below the header. */
  rows: number;
  cells: PublishedAggregateCell[];
  faults: CountFault[];
}

/** Judges a table of counts, cell by cell and then as an adversary who has nothing else would. */
export async function judgeCounts(
  judging: Judging,
  partner: string,
  file: string,
  bytes: Uint8Array,
): Promise<JudgedCounts> {
  const { network, asOf } = judging;
  const read = readCounts(file, bytes);
  const rows = read.lines.length;
  if (read.faults.length > 0) return { rows, cells: [], faults: read.faults };
  const countables = countablesOf(
    network,
    asOf,
    read.lines.map(({ period }) => period),
  );
  const { counts, faults } = checkCounts(file, read.lines, countables);
  if (faults.length > 0) return { rows, cells: [], faults };
  const cells = publishableCounts(partner, counts, countables.groups, countables.threshold);
  const alone = publicationAlone(cells, releaseOf(judging), network.program_year_starts);
  const own = countables.measures.filter((measure) => cells.some((cell) => cell.measure === measure.id));
  const report = await audit(alone, own, settingsOf(network));
  if (report.verdict === "safe") return { rows, cells, faults };
  return { rows, cells: [], faults: [tellingFault(file, report.failures)] };
}

/** What an agency may count in a network, around the periods it speaks of. */
function countablesOf(network: Network, asOf: string, mentioned: readonly string[]): Countables {
  const own = measures.flatMap((measure) => countable(measure) ?? []);
  const slices = groupings(network).filter(({ slice }) => slice !== "county");
  return {
    ...{ measures: own, asOf, threshold: network.publication.threshold },
    groups: Object.fromEntries(slices.map(({ slice, members }) => [slice, members.map(({ id }) => id)])),
    periods: periodsAround(mentioned, { asOf, programYearStarts: network.program_year_starts }),
  };
}

function tellingFault(file: string, failures: Awaited<ReturnType<typeof audit>>["failures"]): CountFault {
  const wrong = failures.find(({ kind }) => kind === "contradiction");
  if (wrong) return { code: "counts-contradiction", facts: { file, first: wrong.address } };
  return { code: "counts-telling", facts: { file, counts: failures.length, first: failures[0]!.address } };
}

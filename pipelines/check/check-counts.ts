import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { AggregatePartner } from "../aggregate-partner.ts";
import { matchesPattern } from "../file-pattern.ts";
import { type Finding, sentence } from "../findings.ts";
import { judgeCounts, openCounts } from "../judge-counts.ts";
import type { Network } from "../read-network.ts";
import { NothingToCheck } from "./deliveries-to-check.ts";
import { linesOf } from "./finding-lines.ts";
import type { CheckReport } from "./report.ts";

/** The word for what an agency that sends totals only sends, in the place of a feed. */
const FEED = "table of counts";

/** Judges a table of counts as a run would, and keeps nothing of it; of a folder, its last table by name. Throws NothingToCheck. */
export async function checkCounts(
  file: string,
  partner: AggregatePartner,
  network: Network,
  asOf: string,
): Promise<CheckReport> {
  const { name, bytes, fault } = openCounts(...placeOf(file, partner));
  const { rows, cells, faults } = bytes
    ? await judgeCounts({ network, asOf, code: "" }, partner.id, name, bytes)
    : { rows: 0, cells: [], faults: [] };
  const found = [...(fault ? [fault] : []), ...faults].map(
    (each) => ({ ...each, partner: partner.id, feed: null }) as Finding,
  );
  const accepted = found.length === 0;
  const table = name || "the table";
  const records = [{ kind: "count", accepted: cells.filter(({ status }) => status === "shown").length }];
  const outcome = accepted ? ("accepted" as const) : ("refused" as const);
  return {
    accepted,
    deliveries: [{ name: table, feed: FEED, outcome, says: linesOf(found), rows, records, reasons: [] }],
    beside: [],
    findings: found.map((finding) => ({
      ...{ file: table, ...rowAndColumn(finding) },
      ...{ rule: finding.code, says: sentence(finding), effect: "whole file" },
    })),
  };
}

const rowAndColumn = ({ facts }: Finding) => ({
  row: "row" in facts && typeof facts.row === "number" ? facts.row : null,
  column: "column" in facts && typeof facts.column === "string" ? facts.column : null,
});

function placeOf(file: string, { id, counts }: AggregatePartner): [string, string] {
  if (!existsSync(file)) throw new NothingToCheck(`there is no file ${file}`);
  if (!statSync(file).isDirectory()) return [path.dirname(file), path.basename(file)];
  const last = readdirSync(file)
    .filter((name) => matchesPattern(name, counts.files))
    .sort()
    .at(-1);
  if (last === undefined) throw new NothingToCheck(`nothing in ${file} fits the tables of ${id}: ${counts.files}`);
  return [file, last];
}

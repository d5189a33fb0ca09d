import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Finding } from "../findings.ts";
import type { Network } from "../read-network.ts";
import { type Door, quoteText } from "../warehouse.ts";
import { writeCsv } from "../write-csv.ts";
import { compareFindings } from "./compare-findings.ts";
import { type ListedFinding, listFindings } from "./list-findings.ts";
import { type Occasion, type Pack, readPack } from "./pack.ts";
import { reportPage } from "./report.ts";

/** What feedback is written from, beside what was measured. */
export interface Feedback {
  network: Pick<Network, "name" | "contact" | "partners">;
  found: readonly Finding[];
  /** The findings of the run before; null when there was none. */
  before: readonly ListedFinding[] | null;
  asOf: string;
  readOn: string;
}

/**
 * Writes `<folder>/<partner>/` for every partner: report.html, findings.csv and quality.csv, with no cell of a row set aside, no token
 * and no key of a person. Returns the findings there are now, for the next run to compare with. Needs what `measureQuality` measured.
 */
export async function writeFeedback(door: Door, folder: string, feedback: Feedback): Promise<ListedFinding[]> {
  const { network, before } = feedback;
  await listFindings(door, feedback.found);
  await compareFindings(door, before ?? []);
  const { asOf, readOn } = feedback;
  const occasion = { network: network.name, contact: network.contact, asOf, readOn, first: before === null };
  for (const { id, name } of network.partners) await writePack(door, path.join(folder, id), { id, name }, occasion);
  return door.rows<ListedFinding>("select * from finding order by all");
}

async function writePack(door: Door, folder: string, partner: Pack["partner"], occasion: Occasion) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const write = (name: string, query: string) => writeCsv(door, query, path.join(folder, name));
  const own = `where partner_id = ${quoteText(partner.id)}`;
  await write(
    "findings.csv",
    `select file_name as file, row_number as row, column_name as "column", rule, says as sentence, status, effect
    from told_finding ${own} order by status, file_name, row_number, column_name, rule, says`,
  );
  await write(
    "quality.csv",
    `select dimension, record, item, column_name as "column", feed_id as feed, file_name as file, numerator, denominator,
      round(cast(numerator as double) / nullif(denominator, 0), 4) as share, days, says as meaning
    from quality ${own} order by place, record, item, column_name, feed_id, file_name`,
  );
  writeFileSync(path.join(folder, "report.html"), reportPage(await readPack(door, partner, occasion)), { mode: 0o600 });
}

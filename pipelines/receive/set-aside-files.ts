import { type Finding, outcome, sentence } from "../findings.ts";
import type { Door } from "../warehouse.ts";
import type { Receipt } from "./receipt.ts";

/** Adds to what was set aside the files that were as a whole: every finding about one that was stopped or refused, without a row. */
export async function setAsideFiles(door: Door, held: readonly Receipt[]): Promise<void> {
  const said = new Set<string>();
  for (const receipt of held)
    for (const finding of receipt.findings) {
      const row = [receipt.partner, fileOf(finding, receipt), columnOf(finding), finding.code, sentence(finding)];
      // A file that two feeds dispute is one file.
      if (said.has(JSON.stringify(row))) continue;
      said.add(JSON.stringify(row));
      await door.run(
        `insert into set_aside (partner_id, file_name, column_name, rule, says, feed_id, file_hash, record)
          values ($1, $2, $3, $4, $5, $6, $7, '')`,
        [...row, receipt.feed, receipt.hash],
      );
    }
}

/** The file a finding is about; one that stops nothing tells of others, and is listed with the file it came with. */
const fileOf = (finding: Finding, { name }: Receipt) =>
  outcome(finding) !== "noted" && "file" in finding.facts ? finding.facts.file : name;

const columnOf = ({ facts }: Finding) => ("column" in facts ? facts.column : "");

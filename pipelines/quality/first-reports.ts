import { existsSync } from "node:fs";
import path from "node:path";
import type { Receipt } from "../receive/receipt.ts";
import { type Door, quoteText } from "../warehouse.ts";

/**
 * Fills `first_report` from the accepted rows of every delivery there ever was: on which day a file first told of the entry and of
 * the exit of each episode. A later version of a record does not make its first report younger.
 */
export async function loadFirstReports(door: Door, intake: string, history: readonly Receipt[]): Promise<void> {
  const files = history
    .filter(({ outcome, intake: folder }) => outcome === "accepted" && folder !== "")
    .map(({ intake: folder, received_at }) => ({
      file: path.join(intake, folder, "enrollment.parquet"),
      folder,
      received_on: received_at.slice(0, 10),
    }))
    .filter(({ file }) => existsSync(file));
  if (files.length === 0) return;
  await door.run("create temp table told (folder varchar, received_on varchar)");
  await door.append("told", { folder: "varchar", received_on: "varchar" }, files);
  for (const event of ["entered_on", "exited_on"])
    await door.run(
      firstSql(
        event,
        files.map(({ file }) => file),
      ),
    );
  await door.run("drop table told");
}

const firstSql = (event: string, files: readonly string[]) => `insert into first_report
  select f.partner_id, arg_min(f.feed_id, t.received_on), ${quoteText(event)}, arg_min(f.${event}, t.received_on), min(cast(t.received_on as date))
  from read_parquet([${files.map(quoteText).join(", ")}], filename = true, union_by_name = true) as f
  join told as t on t.folder = split_part(f.filename, '/', -2)
  where f.${event} is not null group by f.partner_id, f.enrollment_key`;

import path from "node:path";
import type { RunRecord } from "../../pipelines/run-record.ts";
import { openWarehouse } from "../../pipelines/warehouse.ts";

/** What a network holds after a run, as text a person can check: files with findings, set-aside rows, figures, and what is published. */
export async function reportOf(folder: string, record: RunRecord): Promise<string> {
  const warehouse = await openWarehouse(path.join(folder, "warehouse.duckdb"), { readOnly: true });
  const published = await openWarehouse(path.join(folder, "published.duckdb"), { readOnly: true });
  try {
    const aside = await warehouse.rows<{
      line: string;
    }>(`select concat_ws(' | ', coalesce(file_name, feed_id), 'row ' || row_number,
        nullif(column_name, ''), rule, says) as line from set_aside order by coalesce(file_name, feed_id), row_number, column_name, rule`);
    const episodes = await warehouse.rows<{
      line: string;
    }>(`select concat_ws(' | ', partner_id, cast(entered_on as varchar),
        coalesce(cast(exited_on as varchar), 'open'), 'age ' || age_at_entry) as line from episode order by all`);
    const figures = await warehouse.rows<{
      line: string;
    }>(`select concat_ws(' ', measure, series, part, value) as line from figure
      where slice = 'network' and period_kind = 'all' and value > 0 and part not like 'from_%' and part not like 'to_%' order by all`);
    const shown = await published.rows<{ line: string }>(
      "select concat_ws(' ', measure, status, count(*)) as line from cell group by measure, status order by all",
    );
    const lines = (rows: readonly { line: string }[]) => rows.map(({ line }) => `  ${line}`);
    return [
      record.outcome,
      "files read",
      ...record.files.flatMap((file) => [
        `  ${file.partner}/${file.name}: ${file.outcome}, ${file.accepted} records accepted, ${file.broken} rows broken`,
        ...file.says.map((says) => `    ${says}`),
      ]),
      "set aside",
      ...lines(aside),
      "episodes",
      ...lines(episodes),
      "figures of the network to date",
      ...lines(figures),
      "published cells",
      ...lines(shown),
      "",
    ].join("\n");
  } finally {
    await warehouse.close();
    await published.close();
  }
}

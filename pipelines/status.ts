import type { RunRecord } from "./run-record.ts";
import { count } from "./summary.ts";
import { visible } from "./visible.ts";

/** The last runs in a few lines each, latest first. */
export function statusLines(records: readonly RunRecord[]): string[] {
  if (records.length === 0) return ["No run yet. npm start makes the sample network and runs it."];
  return records.flatMap(linesOf).map(visible);
}

function linesOf(record: RunRecord): string[] {
  return [
    `${record.run}  ${record.outcome}  ${record.started_at}  ${record.seconds.toFixed(1)} s  data as of ${record.as_of}`,
    ...(record.error ? [`  ${record.error}`] : []),
    ...(record.totals
      ? [
          `  ${count(record.totals.people)} people, ${count(record.totals.cells_shown)} cells shown, ${count(record.totals.cells_withheld)} withheld, audit ${record.totals.audit}`,
        ]
      : []),
    `  files read ${record.files.length}; configuration ${record.configuration_hash.slice(0, 12)}, code ${record.code_version}, key ${record.key_id || "none"}`,
    ...(record.stages.length > 0
      ? [`  ${record.stages.map(({ stage, seconds }) => `${stage} ${seconds.toFixed(1)} s`).join(", ")}`]
      : []),
  ];
}

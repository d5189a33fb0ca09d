import { count, counted } from "../amounts.ts";
import { visible } from "../visible.ts";
import type { CheckedDelivery, CheckReport, Reason } from "./report.ts";

/** Reasons shown for each delivery; all of them are in the CSV. */
const SHOWN = 20;

/** The report as a partner reads it. */
export const reportLines = (report: CheckReport): string[] =>
  [...report.deliveries.flatMap(deliveryLines), ...report.beside, verdict(report)].map(visible);

function verdict({ accepted, deliveries }: CheckReport): string {
  if (accepted) return deliveries.length === 1 ? "It would be accepted." : "All of it would be accepted.";
  const held = deliveries.filter(({ outcome }) => outcome !== "accepted").length;
  return deliveries.length === 1
    ? `It would be ${deliveries[0]!.outcome}.`
    : `${held} of ${deliveries.length} would not be accepted.`;
}

function deliveryLines(delivery: CheckedDelivery): string[] {
  const { name, feed, outcome, says, rows, records, reasons } = delivery;
  const of = (effect: Reason["effect"]) => reasons.filter((reason) => reason.effect === effect);
  return [
    `${name}, as the feed ${feed}: ${outcome}`,
    ...says.map((line) => `  ${line}`),
    ...(records.length > 0 && outcome === "accepted"
      ? [
          `  ${counted(rows, "row", "rows")}: ${records.map(({ kind, accepted }) => `${counted(accepted, `${kind} record`)} accepted`).join(", ")}`,
        ]
      : []),
    ...listed(
      outcome === "accepted" ? "  Rows that would be set aside:" : "  Rows that break their rules:",
      of("set aside"),
    ),
    ...listed("  Loaded, but odd; please look at them:", of("loaded")),
    "",
  ];
}

function listed(heading: string, reasons: readonly Reason[]): string[] {
  if (reasons.length === 0) return [];
  const more = reasons.length - SHOWN;
  return [
    heading,
    ...reasons.slice(0, SHOWN).map(reasonLine),
    ...(more > 0 ? [`    and ${counted(more, "more reason", "more reasons")}; --csv writes them all`] : []),
  ];
}

function reasonLine({ file, column, says, rows, first }: Reason): string {
  const where = column ? `${file}, ${column}` : file;
  const which = `${rows === 1 ? "row" : "rows"} ${first.map(count).join(", ")}${rows > first.length ? ", …" : ""}`;
  return `    ${count(rows)} × ${where}: ${says} (${which})`;
}

import type { Markup } from "../../dashboards/markup.ts";
import { count, dayText, percent } from "../amounts.ts";
import { section, table } from "../report-table.ts";
import type { Statement } from "./statement.ts";

/** How far each outcome with a target has come, beside how much of its time has passed. */
export function progressSection(statement: Statement): Markup | null {
  const rows = statement.contract.outcomes.flatMap(({ code, title, target }) => {
    if (target === undefined) return [];
    const { payable, first_on, last_on } = statement.outcomes.find(({ outcome }) => outcome === code)!;
    const reached = first_on === null ? "None yet" : `${dayText(first_on)} to ${dayText(last_on!)}`;
    return [
      [
        title,
        count(payable),
        count(target.payments),
        percent(payable, target.payments),
        dayText(target.by),
        timePassed(statement, target.by),
        reached,
      ],
    ];
  });
  return section(
    "Progress to target",
    "What is payable so far, beside the payments agreed on. The time runs from the first day of the contract to the day of the target.",
    [
      table(
        `Progress to target by ${dayText(statement.asOf)}`,
        [
          { title: "Outcome", words: true },
          { title: "Payable" },
          { title: "Target" },
          { title: "Share of target" },
          { title: "Target day" },
          { title: "Time passed" },
          { title: "Reached from, to" },
        ],
        rows,
      ),
    ],
  );
}

function timePassed({ contract, asOf }: Statement, by: string): string {
  const days = (until: string) => Math.max(0, (Date.parse(until) - Date.parse(contract.starts_on)) / 86_400_000 + 1);
  return percent(Math.min(days(asOf), days(by)), days(by));
}

import { html, type Markup } from "../../dashboards/markup.ts";
import { outcomeTerms } from "../../models/contracts/outcome-terms.ts";
import { count, dayText } from "../amounts.ts";
import { section, table } from "../report-table.ts";
import { dollars } from "./dollars.ts";
import type { Statement } from "./statement.ts";

/** The rate card, as it is published. */
export function termsSection({ contract }: Statement): Markup | null {
  const rows = contract.outcomes.flatMap((outcome) => {
    const terms = outcomeTerms(outcome, contract);
    return terms.rates.map(({ from, to, paid_cents }) => [
      outcome.title,
      html`${terms.evidence}${terms.prerequisite === null ? null : html`<span class="name">What must come first: ${terms.prerequisite}</span>`}`,
      dollars(paid_cents),
      `${dayText(from)} to ${dayText(to)}`,
      count(outcome.window_days),
      count(outcome.max_per_episode),
    ]);
  });
  return section("Terms", "What is paid for, how much, and by when it must be reached.", [
    table(
      "Rate card",
      [
        { title: "Outcome", words: true },
        { title: "What must be on record", words: true },
        { title: "Amount" },
        { title: "In force", words: true },
        { title: "Days allowed from entry" },
        { title: "Times an episode" },
      ],
      rows,
    ),
  ]);
}

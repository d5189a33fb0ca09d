import type { Lookup } from "../lookup.ts";
import { html, type Markup } from "../markup.ts";
import { dayWords } from "../sentences/numbers.ts";

/** The rules behind the curves: since when they hold, where they were read, and what nobody has looked up. */
export function benefitRules({ publication }: Lookup): Markup {
  const rows = publication.benefit_rule
    .toSorted((a, b) => a.position - b.position)
    .map(
      ({ title, effective_from, source, checked }) =>
        html`<tr><th scope="row">${title}</th><td>${dayWords(effective_from)}</td><td>${source}</td><td>${checked}</td></tr>\n`,
    );
  return html`<div class="scroll" role="region" aria-labelledby="benefit-rules-caption" tabindex="0">
<table><caption id="benefit-rules-caption">Rules used, with their sources</caption>
<thead><tr><th scope="col">Program</th><th scope="col">In force since</th><th scope="col">Source</th><th scope="col">Where the numbers are from</th></tr></thead>
<tbody>
${rows}</tbody></table>
</div>`;
}

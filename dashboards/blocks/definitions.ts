import type { PublishedMeasure, PublishedPart } from "../../models/published.ts";
import type { Lookup } from "../lookup.ts";
import { html, type Markup } from "../markup.ts";
import { type Missing, statusWords } from "../sentences/status-words.ts";
import { partList } from "./part-list.ts";

/** The same parts, those made for each partner of the network once and without its name. */
function namingNoPartner(parts: readonly PublishedPart[], { publication }: Lookup): PublishedPart[] {
  const each = publication.partner.map(({ partner_id }) => `to_${partner_id}`);
  const own = parts.filter(({ part }) => each.includes(part));
  if (own.length < each.length) return [...parts];
  const [first] = own;
  return parts.flatMap((one) => (one === first ? [{ ...one, title: "Each partner" }] : own.includes(one) ? [] : [one]));
}

function parts(lookup: Lookup, measure: string): Markup {
  const all = lookup.publication.part.filter((part) => part.measure === measure);
  const listed = all
    .filter((part) => !/^(t_\d_\d|from_\d|to_\d)$/.test(part.part))
    .toSorted((a, b) => a.position - b.position);
  const levels = listed.length < all.length;
  const table = html`<div><dt>From level to level</dt><dd>People by level at baseline and level at the latest assessment, with the sums for each level.</dd></div>\n`;
  return html`<dl class="facts">${partList(namingNoPartner(listed, lookup))}${levels ? table : null}</dl>`;
}

function settlesWords(days: number): string {
  if (days === 0) return "when the period ends";
  return `${days === 1 ? "1 day" : `${days} days`} after the period ends`;
}

/** How its partners are compared, of a measure that says so. */
const standardisedFacts = ({ measure }: PublishedMeasure, { publication }: Lookup) =>
  publication.standardised_words
    .filter((words) => words.measure === measure)
    .map(({ title, means }) => ["Beside what is expected", `${title}. ${means}`] as const);

function definition(measure: PublishedMeasure, lookup: Lookup): Markup {
  const facts = [
    ["Question", measure.question],
    ["Counts (numerator)", measure.numerator],
    ["Out of (denominator)", measure.denominator],
    ["Leaves out", measure.exclusions],
    ["Source", measure.source],
    ["Unit", measure.unit],
    ["Direction", measure.direction],
    ["Results-based accountability", measure.quadrant],
    ["Settles", settlesWords(measure.settles_after_days)],
    ["Parameters", measure.parameters],
    ["Version", `${measure.version}`],
    ...standardisedFacts(measure, lookup),
  ] as const;
  return html`<section id="${measure.measure}">
<h3>${measure.title}</h3>
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value === "" ? "none" : value}</dd></div>\n`)}</dl>
<h4>Its parts</h4>
${parts(lookup, measure.measure)}
</section>
`;
}

/** Every measure of the release, with an anchor each. */
export function definitions(lookup: Lookup): Markup {
  return html`${lookup.publication.measure.map((measure) => definition(measure, lookup))}`;
}

const meanings: Readonly<Record<Missing, string>> = {
  withheld:
    "There is a number, but it could help to tell something about one person. It is hidden for that reason alone, and we never say more about it. A hatched box in charts and tables.",
  too_few_to_rate: "The counts are shown, but a share of so few people would mislead. These words in place of a dot.",
  not_collected:
    "The partner does not ask for this, has sent no file of it that could be used, or has no records that go back so far. These words in charts; where a whole figure would be blank, one sentence stands in its place.",
  not_applicable: "The question has no meaning here. These words in charts.",
  not_yet_settled:
    "The period is so recent that more entries or later scores are still to come. A dashed box or line in charts.",
};

/** Why a number can be absent, each shown the way it looks in tables. */
export function statuses(): Markup {
  const rows = (Object.keys(meanings) as Missing[]).map(
    (status) =>
      html`<tr><td class="${status}">${statusWords[status]}</td><td class="prose">${meanings[status]}</td></tr>\n`,
  );
  return html`<div class="scroll" role="region" aria-labelledby="statuses-caption" tabindex="0"><table><caption id="statuses-caption">Where a number is absent</caption>
<thead><tr><th scope="col">Looks like</th><th scope="col" class="prose">Means</th></tr></thead>
<tbody>
${rows}<tr><td>0</td><td class="prose">A true zero: nobody. An absent number is never drawn or written as zero.</td></tr>
</tbody></table></div>`;
}

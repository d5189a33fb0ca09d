import { CONTRACT_VERSION } from "../../models/contract/catalogue.ts";
import { type DictionaryEntry, entriesOf, kinds } from "../../models/contract/dictionary.ts";
import type { RecordKind } from "../../models/contract/field.ts";
import { html, type Markup } from "../markup.ts";

/** What partners may send, from the contract itself: a section for each record kind, with its fields, codes and rules. */
export function dataDictionary(): Markup {
  return html`<p>Version ${CONTRACT_VERSION} of the data contract. A file holds records of one kind, one row each. A field that is not required may be left out, or its cells empty.</p>
${kinds.map(section)}`;
}

function section(record: RecordKind): Markup {
  const entries = entriesOf(record);
  const caption = `${record.kind}-fields`;
  return html`<section id="${record.kind}">
<h2>${record.title}</h2>
<p>${record.grain.charAt(0).toUpperCase()}${record.grain.slice(1)}. No two rows have the same ${record.key.join(", ")}.</p>
<div class="scroll" role="region" aria-labelledby="${caption}" tabindex="0"><table><caption id="${caption}">Fields of ${record.kind}</caption>
<thead><tr><th scope="col">Field</th><th scope="col">Required</th><th scope="col" class="prose">Form</th><th scope="col" class="prose">Meaning</th></tr></thead>
<tbody>
${entries.map(row)}</tbody></table></div>
${record.rules.length > 0 ? html`<ul>${record.rules.map(({ says }) => html`<li>${says.charAt(0).toUpperCase()}${says.slice(1)}.</li>\n`)}</ul>` : null}
</section>
`;
}

const row = ({ field, required, form, range, codes, means }: DictionaryEntry) =>
  html`<tr><th scope="row">${field}</th><td>${required ? "yes" : "no"}</td><td class="prose">${range === "" ? form : `${form}: ${range}`}${codesOf(codes)}</td><td class="prose">${means}</td></tr>\n`;

function codesOf(codes: DictionaryEntry["codes"]): Markup | null {
  const all = Object.entries(codes);
  if (all.length === 0) return null;
  return html`: ${all.map(([code, title]) => `${code} (${title})`).join(", ")}`;
}

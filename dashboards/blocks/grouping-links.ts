import { groupSlicesOf, type Lookup } from "../lookup.ts";
import { html, type Markup } from "../markup.ts";
import { capital, listWords } from "../sentences/numbers.ts";

/** Everything people are told apart by, each with its groups and a link to its page. */
export function groupingLinks(lookup: Lookup): Markup {
  const items = groupSlicesOf(lookup.publication).map((slice) => {
    const groups = listWords(lookup.members(slice).map(({ title }) => title));
    return html`<li><a href="/equity/${slice}">By ${lookup.sliceTitle(slice)}</a>: ${capital(groups)}.</li>\n`;
  });
  return html`<ul>\n${items}</ul>`;
}

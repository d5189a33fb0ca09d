import { editionWords } from "./audience.ts";
import type { Lookup } from "./lookup.ts";
import { html, type Markup } from "./markup.ts";
import { coverageWords } from "./origin.ts";
import { sectionsOf } from "./page-map.ts";
import { dayWords } from "./sentences/numbers.ts";

/** The way from a page to the root of its site. */
export const toRoot = (path: string) => "../".repeat(path.split("/").length - 2) || "./";

const link = (from: string, to: string) => `${toRoot(from)}${to.slice(1)}.html`;

/** HTML of a page with its links to other pages, written from the root as `/jobs#top`, made relative: a folder opens without a server. */
export const relativeLinks = (text: string, path: string): string =>
  text.replace(/(<a\s[^>]*?href=")(\/[^"#]+)/g, (_, before: string, to: string) => before + link(path, to));

function navItem(section: { path: string; title: string }, path: string): Markup {
  const isWithin =
    section.path.endsWith("/index") && path.startsWith(section.path.replace(/index$/, "")) && section.path !== "/index";
  const current = section.path === path ? html` aria-current="page"` : isWithin ? html` aria-current="true"` : null;
  return html`<li><a href="${section.path}"${current}>${section.title}</a></li>`;
}

/** The head of every page: skip link first, then the network's name and the way around. */
export function pageHeader({ release, audience }: Lookup, path: string): string {
  const partners = audience.kind === "staff" ? html`<li><a href="/index#partners">Partners</a></li>` : null;
  return html`<a class="skip" href="#main">Skip to the content</a>
<p class="site-name"><a href="/index">${release.network_name}</a> <span>${editionWords(audience)}</span></p>
<nav aria-label="Main"><ul>${sectionsOf(audience).map((section) => navItem(section, path))}${partners}</ul></nav>`.text;
}

/** The foot of every page: how fresh, from whom, and whom to ask. */
export function pageFooter(lookup: Lookup): string {
  const { as_of, contact, code_version } = lookup.release;
  return html`<p>Data as of <time datetime="${as_of}">${dayWords(as_of)}</time> · ${coverageWords(lookup)} · Questions: ${contact} · <a href="/definitions#statuses">What withheld and other words mean</a> · Common Measure ${code_version}</p>`
    .text;
}

/** Framework's page with the stylesheet, head and foot that every page of a site has. */
export function framePage(page: string, path: string, lookup: Lookup, stylesheet: string): string {
  const parts = [
    [/<\/head>/, `<style>${stylesheet}</style>\n</head>`],
    [
      /<div id="observablehq-center">\n/,
      `<div id="observablehq-center">\n<header id="observablehq-header">\n${relativeLinks(pageHeader(lookup, path), path)}\n</header>\n`,
    ],
    [
      /<\/main>/,
      `</main>\n<footer id="observablehq-footer">\n<div>${relativeLinks(pageFooter(lookup), path)}</div>\n</footer>`,
    ],
  ] as const;
  return parts.reduce((text, [find, put]) => {
    if (!find.test(text)) throw new Error(`no place for the frame on ${path}: ${find.source}`);
    return text.replace(find, () => put);
  }, page);
}

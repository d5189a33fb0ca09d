import type { Lookup } from "./lookup.ts";
import { html, type Markup } from "./markup.ts";
import { coverageWords } from "./origin.ts";
import { dayWords } from "./sentences/numbers.ts";

const sections = [
  { path: "/index", title: "Overview" },
  { path: "/reach", title: "Reach" },
  { path: "/self-sufficiency", title: "Self-sufficiency" },
  { path: "/care-plans", title: "Care plans" },
  { path: "/jobs", title: "Jobs" },
  { path: "/wages", title: "Wages" },
  { path: "/certificates", title: "Certificates" },
  { path: "/referrals", title: "Referrals" },
  { path: "/families", title: "Families" },
  { path: "/housing", title: "Housing" },
  { path: "/benefits", title: "Benefits" },
  { path: "/benefit-cliffs", title: "Benefit cliffs" },
  { path: "/equity/index", title: "For whom" },
  { path: "/comparison", title: "Comparison" },
  { path: "/improvement", title: "Improvement" },
  { path: "/contracts", title: "Contracts" },
  { path: "/totals", title: "Totals only" },
  { path: "/definitions", title: "Definitions" },
  { path: "/check", title: "Check a file" },
] as const;

function navItem(section: { path: string; title: string }, path: string): Markup {
  const isWithin =
    section.path.endsWith("/index") && path.startsWith(section.path.replace(/index$/, "")) && section.path !== "/index";
  const current = section.path === path ? html` aria-current="page"` : isWithin ? html` aria-current="true"` : null;
  return html`<li><a href="${section.path}"${current}>${section.title}</a></li>`;
}

/** The head of every page: skip link first, then the network's name and the way around. */
export function pageHeader(lookup: Lookup, path: string): string {
  return html`<a class="skip" href="#main">Skip to the content</a>
<p class="site-name"><a href="/index">${lookup.release.network_name}</a> <span>staff edition</span></p>
<nav aria-label="Main"><ul>${sections.map((section) => navItem(section, path))}<li><a href="/index#partners">Partners</a></li></ul></nav>`
    .text;
}

/** The foot of every page: how fresh, from whom, and whom to ask. */
export function pageFooter(lookup: Lookup): string {
  const { as_of, contact, code_version } = lookup.release;
  return html`<p>Data as of <time datetime="${as_of}">${dayWords(as_of)}</time> · ${coverageWords(lookup)} · Questions: ${contact} · <a href="/definitions#statuses">What withheld and other words mean</a> · Common Measure ${code_version}</p>`
    .text;
}

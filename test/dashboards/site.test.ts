import { expect, test } from "vitest";
import { type Audience, audiencesOf, folderOf } from "../../dashboards/audience.ts";
import type { Markdown } from "../../dashboards/markdown.ts";
import { putBack } from "../../dashboards/passed-through.ts";
import { sitesOf } from "../../dashboards/site.ts";
import { samplePublication } from "../support/publication.ts";

const publication = samplePublication();
const siteFor = sitesOf(publication, "p{}");
const named = (folder: string) => audiencesOf(publication).find((one) => folderOf(one) === folder)!;

/** What a fenced block becomes on a page of an audience's site. */
function drawn(audience: Audience, info: string, content: string, path = "/jobs"): string {
  const md: Markdown = { renderer: { rules: {} }, inline: { ruler: { push: () => undefined } } };
  siteFor(audience).markdownIt(md);
  return putBack(md.renderer.rules.fence!([{ info, content }], 0, {}, { path, params: {} }, {}));
}

const placed = (member: string) =>
  `id: placed\nchart: rates\nmeasure: job-placement\nslice: partner\nmember: ${member}\nagainst: network`;

test("a figure of a partner is drawn for the staff and for itself, and stops the build for anybody else", () => {
  for (const folder of ["staff", "agency/bridge-works"])
    expect(drawn(named(folder), "figure", placed("bridge-works"))).toContain("job-placement/all/partner/bridge-works/");
  expect(() => drawn(named("funders"), "figure", placed("bridge-works"))).toThrow(
    "figure placed on /jobs is not for funders: partner bridge-works",
  );
  expect(() => drawn(named("agency/harbor-house"), "figure", placed("bridge-works"))).toThrow(
    "figure placed on /jobs is not for agency/harbor-house: partner bridge-works",
  );
});

test("a partner's chart is the same on the staff's site and on its own", () => {
  const chart = (folder: string) =>
    /<svg[\s\S]*?<\/svg>/.exec(drawn(named(folder), "figure", placed("harbor-house")))?.[0];
  expect(chart("staff")).toContain("<svg");
  expect(chart("agency/harbor-house")).toBe(chart("staff"));
});

test("whose data a measure has is not said by name to one of the partners", () => {
  const block = "show: contributors\nmeasure: job-placement";
  expect(drawn(named("funders"), "facts", block)).toContain("Cedar Family Network");
  expect(() => drawn(named("agency/harbor-house"), "facts", block)).toThrow("partners are not named to one of them");
});

test("the staff's table of partners leads to their pages, the funders' to none", () => {
  expect(drawn(named("staff"), "facts", "show: partner-links", "/equity/index")).toContain(
    '<a href="../partner/bridge-works.html">',
  );
  expect(drawn(named("funders"), "facts", "show: partner-table")).not.toContain("href");
});

test("a partner's first page says its people and the shares it has, and none that is withheld", () => {
  const md: Markdown = { renderer: { rules: {} }, inline: { ruler: { push: () => undefined } } };
  siteFor(named("agency/bridge-works")).markdownIt(md);
  const context = { path: "/index", params: { partner: "bridge-works" } };
  const said = putBack(
    md.renderer.rules.fence!([{ info: "facts", content: "show: own-key-figures" }], 0, {}, context, {}),
  );
  expect(said).toMatch(/<li>Bridge Works &amp; Learning has reached [\d,]+ people so far\.<\/li>/);
  expect(said).toMatch(/<li>Housing: of [\d,]+ people scored twice/);
  expect(said).not.toMatch(/withheld|not collected|care plan/);
});

test("head and foot stand around a page, with links from where it is", () => {
  const page = '<head>\n</head>\n<body><div id="observablehq-center">\n<main>x</main>\n</div></body>';
  const framed = siteFor(named("agency/bridge-works")).frame(page, "/equity/gender");
  expect(framed).toContain("<style>p{}</style>");
  expect(framed).toContain("<span>edition for Bridge Works &amp; Learning</span>");
  expect(framed).toContain('<a href="../figures.html">Your figures</a>');
  expect(framed).toContain('<a href="../definitions.html#statuses">');
  expect(() => siteFor(named("staff")).frame("<main></main>", "/a")).toThrow("no place for the frame on /a");
});

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { audiencesOf, folderOf } from "../../dashboards/audience.ts";
import { pageSources, pagesOf, sectionsOf } from "../../dashboards/page-map.ts";
import { samplePublication } from "../support/publication.ts";

const folder = path.resolve(import.meta.dirname, "../../dashboards/pages");
const shelter = { partner_id: "shelter", name: "Shelter", kind: "victim_service_provider", received_on: null };
const publication = { ...samplePublication(), aggregate_partner: [shelter] };
const audiences = audiencesOf(publication);
const [staff, funders] = audiences;
const agency = (id: string) => audiences.find((one) => folderOf(one) === `agency/${id}`)!;
const paths = (of: (typeof audiences)[number]) => pagesOf(of, publication).map((page) => page.path);

test("there is a site for the staff, the funders and every partner, also one that sends totals", () => {
  expect(audiences.map(folderOf)).toEqual([
    "staff",
    "funders",
    "agency/harbor-house",
    "agency/bridge-works",
    "agency/cedar-family",
    "agency/shelter",
  ]);
});

test("every page that is written is on a site, and every page of a site is written", () => {
  const written = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
  expect([...new Set(pageSources)].sort()).toEqual(written.sort());
});

test("partners' pages are the staff's alone; a partner's own figures are on its own site", () => {
  expect(paths(staff!)).toContain("/partner/bridge-works");
  for (const one of audiences.slice(1)) expect(paths(one).filter((page) => page.startsWith("/partner/"))).toEqual([]);
  const own = pagesOf(agency("bridge-works"), publication).find((page) => page.path === "/figures");
  expect(own?.params).toEqual({ partner: "bridge-works" });
});

test("an agency that sends totals only has no page about records", () => {
  expect(paths(agency("shelter"))).toEqual(["/index", "/definitions", "/data-dictionary"]);
});

test("the way around a site has no page twice and leads to pages of that site alone", () => {
  for (const one of audiences) {
    const sections = sectionsOf(one).map((section) => section.path);
    expect(new Set(sections).size).toBe(sections.length);
    for (const section of sections) expect(paths(one)).toContain(section);
  }
  expect(sectionsOf(funders!).map(({ title }) => title)).toContain("How we know");
});

test("whom a part of a page is for is an audience", () => {
  for (const source of new Set(pageSources)) {
    const text = readFileSync(path.join(folder, source), "utf8");
    const marks = [...text.matchAll(/<!--(.*?)-->/g)].map(([, words]) => words!.trim());
    for (const mark of marks)
      expect(mark, source).toMatch(/^for: (all|(staff|funders|agency)(, (staff|funders|agency))*)$/);
  }
});

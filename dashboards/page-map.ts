import type { Publication } from "../models/published.ts";
import type { Audience, AudienceKind } from "./audience.ts";
import { groupSlicesOf } from "./lookup.ts";

/** One page of a site: its path from the site's root, its Markdown from the folder of pages, and what stands for the words in braces. */
export interface SitePage {
  path: string;
  source: string;
  params: Readonly<Record<string, string>>;
}

interface Entry {
  path: string;
  source: string;
  /** Whose sites have the page: of agencies all, or only those that send records, or totals. */
  for: readonly (AudienceKind | "agency with records" | "agency with totals")[];
  /** What the way around calls it; a page without one is reached from others. */
  title?: string;
  /** One page for each partner or for each thing people are told apart by. */
  each?: "partner" | "slice";
}

/** Every page of every site, in the order of the way around. */
const entries: readonly Entry[] = [
  { path: "/index", source: "staff/index.md", for: ["staff"], title: "Overview" },
  { path: "/index", source: "funders/index.md", for: ["funders"], title: "In brief" },
  { path: "/index", source: "agency/index.md", for: ["agency with records"], title: "In brief" },
  { path: "/index", source: "agency/totals.md", for: ["agency with totals"], title: "Your totals" },
  { path: "/figures", source: "shared/partner.md", for: ["agency with records"], title: "Your figures" },
  { path: "/reach", source: "shared/reach.md", for: ["staff", "funders"], title: "Reach" },
  {
    path: "/self-sufficiency",
    source: "shared/self-sufficiency.md",
    for: ["staff", "funders"],
    title: "Self-sufficiency",
  },
  { path: "/care-plans", source: "staff/care-plans.md", for: ["staff"], title: "Care plans" },
  { path: "/jobs", source: "shared/jobs.md", for: ["staff", "funders"], title: "Jobs" },
  { path: "/wages", source: "shared/wages.md", for: ["staff", "funders"], title: "Wages" },
  { path: "/certificates", source: "shared/certificates.md", for: ["staff", "funders"], title: "Certificates" },
  { path: "/referrals", source: "staff/referrals.md", for: ["staff"], title: "Referrals" },
  { path: "/families", source: "shared/families.md", for: ["staff", "funders"], title: "Families" },
  { path: "/housing", source: "shared/housing.md", for: ["staff", "funders"], title: "Housing" },
  { path: "/benefits", source: "staff/benefits.md", for: ["staff"], title: "Benefits" },
  { path: "/benefit-cliffs", source: "staff/benefit-cliffs.md", for: ["staff"], title: "Benefit cliffs" },
  { path: "/equity/index", source: "shared/equity/index.md", for: ["staff", "funders"], title: "For whom" },
  { path: "/equity/", source: "shared/equity/slice.md", for: ["staff", "funders"], each: "slice" },
  { path: "/comparison", source: "shared/comparison.md", for: ["staff", "agency with records"], title: "Comparison" },
  {
    path: "/improvement",
    source: "shared/improvement.md",
    for: ["staff", "agency with records"],
    title: "Improvement",
  },
  { path: "/contracts", source: "shared/contracts.md", for: ["staff", "funders"], title: "Contracts" },
  { path: "/totals", source: "staff/totals.md", for: ["staff"], title: "Totals only" },
  { path: "/how-we-know", source: "funders/how-we-know.md", for: ["funders"], title: "How we know" },
  { path: "/definitions", source: "shared/definitions.md", for: ["staff", "funders", "agency"], title: "Definitions" },
  { path: "/data-dictionary", source: "shared/data-dictionary.md", for: ["staff", "funders", "agency"] },
  { path: "/check", source: "shared/check.md", for: ["staff", "agency with records"], title: "Check a file" },
  { path: "/partner/", source: "shared/partner.md", for: ["staff"], each: "partner" },
];

/** Every Markdown file that some site has a page of. */
export const pageSources: readonly string[] = entries.map(({ source }) => source);

const isFor = (audience: Audience) => (entry: Entry) =>
  entry.for.includes(audience.kind) ||
  (audience.kind === "agency" && entry.for.includes(`agency with ${audience.sends}`));

function pagesOfEntry({ path, source, each }: Entry, audience: Audience, publication: Publication): SitePage[] {
  const own: Readonly<Record<string, string>> = audience.kind === "agency" ? { partner: audience.partner } : {};
  if (each === "partner")
    return publication.partner.map(({ partner_id: partner }) => ({
      path: path + partner,
      source,
      params: { partner },
    }));
  if (each === "slice")
    return groupSlicesOf(publication).map((slice) => ({ path: path + slice, source, params: { slice } }));
  return [{ path, source, params: own }];
}

/** The pages of an audience's site. */
export const pagesOf = (audience: Audience, publication: Publication): SitePage[] =>
  entries.filter(isFor(audience)).flatMap((entry) => pagesOfEntry(entry, audience, publication));

/** The way around an audience's site: where each of its sections is. */
export const sectionsOf = (audience: Audience): { path: string; title: string }[] =>
  entries.filter(isFor(audience)).flatMap(({ path, title }) => (title === undefined ? [] : [{ path, title }]));

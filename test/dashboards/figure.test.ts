import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { figure } from "../../dashboards/figure.ts";
import { readFigureRequest } from "../../dashboards/figure-request.ts";
import { figureMakers } from "../../dashboards/figures/catalogue.ts";
import { lookUp } from "../../dashboards/lookup.ts";
import type { GroupSlice } from "../../models/figure-key.ts";
import type { Publication } from "../../models/published.ts";
import { samplePublication } from "../support/publication.ts";

const { document } = new JSDOM("").window;
const publication = samplePublication();

const requests = {
  "people-reached": "measure: people-served",
  "people-by-member": "{measure: people-served, slice: program, within: cedar-family}",
  "people-by-quarter": "{measure: people-served, slice: partner, member: cedar-family}",
  control: "{measure: matrix-movement, series: housing, rate: improved, changed_on: 2025-07-01}",
  "cost-per-outcome": "measure: services-delivered",
  counts: "measure: services-delivered",
  flows: "{measure: referral-matrix, slice: partner, member: each}",
  funnel: "{measure: matrix-movement, series: housing, rate: improved, slice: program, group: work}",
  generations: "measure: people-served",
  medians: "measure: employment-after-exit",
  movement: "{measure: matrix-movement, slice: program, member: hh-care}",
  "net-resources": "{measure: net-resources, series: tn-parent}",
  "new-and-continuing": "measure: new-and-continuing",
  pairing: "measure: matrix-movement",
  "poverty-reach": "measure: people-served",
  rates: "measure: job-retention",
  shares: "{measure: matrix-movement, slice: partner, member: harbor-house, against: network, rate: improved}",
  standardised: "{measure: job-placement, slice: partner, member: each}",
  sums: "{measure: services-delivered, rate: dollars}",
  survival: "measure: time-to-service",
  transition: "{measure: matrix-movement, series: disabilities}",
  trend: "{measure: matrix-movement, series: disabilities, rate: improved}",
} as const;

/** The same release as if all its programs were of one tier. */
const ofOneTier = (from: Publication): Publication => ({
  ...from,
  program: from.program.map((program) => ({ ...program, tier: "work" })),
});

/** The same release as if people of these genders were of other groups. */
const grouped = (from: Publication, slice: GroupSlice, members: Readonly<Record<string, string>>): Publication => ({
  ...from,
  group_member: from.group_member.map((row) => ({
    ...row,
    slice,
    member: members[row.member]!,
    title: members[row.member]!,
  })),
  cell: from.cell.map((cell) => (cell.slice === "gender" ? { ...cell, slice, member: members[cell.member]! } : cell)),
});

const counties = { woman: "TN-157", man: "MS-033", nonbinary: "AR-035", unknown: "elsewhere" };
const count = { people: 50_000, years: "2020 to 2024", source: "a made-up table", read_on: "2026-01-15" };

/** What else a release must have for some kinds of figures. */
const arranged: Readonly<Record<string, (from: Publication) => Publication>> = {
  funnel: ofOneTier,
  generations: (from) =>
    grouped(from, "age_band", { woman: "18_to_24", man: "under_18", nonbinary: "unknown", unknown: "25_to_34" }),
  "poverty-reach": (from) => ({
    ...grouped(from, "county", counties),
    poverty_count: ["TN-157", "MS-033", "AR-035"].map((county) => ({ county, ...count })),
  }),
};

function draw(chart: string, source: string, from: Publication): string {
  const words = source.startsWith("{") ? source.slice(1, -1).replaceAll(", ", "\n") : source;
  const request = readFigureRequest(`id: sample\nchart: ${chart}\n${words}`, {});
  const lookup = lookUp(arranged[chart]?.(from) ?? from);
  const content = figureMakers[chart]?.(request, lookup);
  if (content === undefined) throw new Error(`no figure: ${chart}`);
  return figure(content, request, { id: "sample", file: "data/sample.csv", toRoot: "./" }, lookup, {
    document,
    charts: new Map(),
  }).text;
}

test("every kind of figure has a golden page", () => {
  expect(Object.keys(requests).sort()).toEqual(Object.keys(figureMakers).sort());
});

for (const [chart, source] of Object.entries(requests)) {
  test(`${chart} is as it was looked at`, async () => {
    await expect(draw(chart, source, publication)).toMatchFileSnapshot(`output/figure-${chart}.html`);
  });

  test(`${chart} does not depend on the order of the published rows`, () => {
    const reversed = { ...publication, cell: publication.cell.toReversed(), rate: publication.rate.toReversed() };
    expect(draw(chart, source, reversed)).toBe(draw(chart, source, publication));
  });

  test(`${chart} is the same in another world behind the same printed numbers`, () => {
    expect(draw(chart, source, samplePublication("another"))).toBe(draw(chart, source, publication));
  });

  test(`${chart} has headline, subtitle, picture, summary, table, source, definition and data file`, () => {
    const page = new JSDOM(draw(chart, source, publication)).window.document;
    for (const part of [
      "h3",
      ".subtitle",
      ".summary",
      "details caption",
      "th[scope=col]",
      "th[scope=row]",
      ".source time",
    ]) {
      expect(page.querySelector(part)?.textContent, part).toBeTruthy();
    }
    for (const svg of page.querySelectorAll("svg[role=img]")) {
      expect(svg.getAttribute("aria-label")).toMatch(/^.{40,} Full data in the table below\.$/);
    }
    expect(page.querySelectorAll("[aria-label] [aria-label]").length).toBe(0);
  });
}

const more = {
  "rates-beside-the-network": [
    "rates",
    "{measure: job-retention, slice: partner, member: harbor-house, against: network}",
  ],
  "rates-of-too-few": [
    "rates",
    "{measure: recognized-credential, slice: partner, member: harbor-house, against: network}",
  ],
  "shares-by-partner": [
    "shares",
    "{measure: job-retention, slice: partner, member: each, against: network, rate: retained_180}",
  ],
  "medians-by-partner": ["medians", "{measure: hourly-wage-gain, slice: partner, member: each}"],
  "counts-by-partner": ["counts", "{measure: families-served, slice: partner, member: each}"],
  "counts-of-families": ["counts", "measure: families-served"],
  "sums-of-hours": ["sums", "{measure: services-delivered, rate: hours}"],
  "people-by-group": ["people-by-member", "{measure: people-served, slice: gender}"],
  "shares-by-group": [
    "shares",
    "{measure: job-placement, slice: gender, member: each, against: network, rate: placed}",
  ],
  "trend-of-people-followed": ["trend", "{measure: care-plan, rate: planned}"],
} as const;

for (const [name, [chart, source]] of Object.entries(more)) {
  test(`${name} is as it was looked at`, async () => {
    await expect(draw(chart, source, publication)).toMatchFileSnapshot(`output/figure-${name}.html`);
  });
}

const subtitleOf = (chart: string, source: string) =>
  new JSDOM(draw(chart, source, publication)).window.document.querySelector(".subtitle")?.textContent;

test("people are those who entered, left or were placed by the last day from which they could be followed", () => {
  expect(subtitleOf("shares", "{measure: care-plan, slice: partner, member: each, rate: planned}")).toBe(
    "People with a care plan: share of people who entered by July 2, 2026 who set a care plan goal within 90 days, by partner",
  );
  expect(subtitleOf("rates", "measure: job-placement")).toBe(
    "Placed in a job: share of people who came without a job who began a job, whole network, people who left by July 2, 2026",
  );
  expect(subtitleOf("rates", "measure: job-retention")).toBe(
    "Still employed after a placement: shares of people placed in a job by September 30, 2025 whose status is known, whole network",
  );
});

test("the made-up release has shares of people followed of every status a page can meet", () => {
  const statuses = publication.rate.filter(({ measure }) => measure !== "matrix-movement").map(({ status }) => status);
  expect([...new Set(statuses)].sort()).toEqual([
    "not_collected",
    "not_yet_settled",
    "shown",
    "too_few_to_rate",
    "withheld",
  ]);
});

test("bounds of a share are two columns beside it and no rows of their own", () => {
  const rows = rowsOf(draw("rates", "measure: job-retention", publication));
  expect(rows.map(([name]) => name)).toEqual([30, 60, 90, 180, 365].map((days) => `Still employed after ${days} days`));
  const [, share, , , low, high] = rows.at(-1)!.map((words) => Number.parseInt(words, 10));
  expect(low).toBeLessThan(share!);
  expect(high).toBeGreaterThan(share!);
});

test("a measure that the partner does not collect is one sentence", () => {
  const none = draw(
    "rates",
    "{measure: care-plan, slice: partner, member: bridge-works, against: network}",
    publication,
  );
  expect(new JSDOM(none).window.document.body.textContent).toBe(
    "People with a care plan at Bridge Works & Learning: not collected.\n",
  );
});

test("a figure that nobody at the partner collects is one sentence, not empty axes", () => {
  const nobody = (row: { slice: string }) => row.slice === "partner";
  const blank = { value: null, numerator: null, denominator: null, share: null, low: null, high: null };
  const cell = publication.cell.map((row) => (nobody(row) ? { ...row, value: null, status: "not_collected" } : row));
  const rate = publication.rate.map((row) => (nobody(row) ? { ...row, ...blank, status: "not_collected" } : row));
  const none = { ...publication, cell, rate } as Publication;
  for (const chart of ["shares", "people-by-quarter"] as const) {
    expect(draw(chart, requests[chart], none), chart).toMatch(/^<p class="absent".*not collected<\/a>\.<\/p>\n$/);
  }
});

test("what is withheld has no number for a page to show", () => {
  for (const row of publication.cell) if (row.status !== "shown") expect(row.value).toBeNull();
  for (const row of publication.rate) if (row.status === "withheld") expect(row.share).toBeNull();
});

test("a program whose people are withheld leaves words, a hatched box and an empty field, in its place in the alphabet", () => {
  const page = new JSDOM(draw("people-by-member", requests["people-by-member"], publication)).window.document;
  expect([...page.querySelectorAll("tbody th")].map((cell) => cell.textContent)).toEqual([
    "Family hub",
    "Neighborhood desk",
  ]);
  expect(page.querySelector("td.withheld")?.textContent).toBe("withheld");
  expect(page.querySelectorAll('rect[fill="url(#sample-760-hatch)"]').length).toBe(1);
  expect(page.querySelector("template")?.innerHTML).toMatch(/"cf-desk","to-date","people","count","withheld",,,,,,/);
});

type Count = Publication["cell"][number];

/** The sample release of a network of which no partner sends linkage tokens; the counts of people to hide are withheld. */
function unlinkedBut(hide: (cell: Count) => boolean): Publication {
  const { cell: find } = lookUp(publication);
  const cell = publication.cell.map((row) => {
    if (row.measure !== "people-served") return row;
    if (row.part === "linked") return { ...row, value: null, status: "not_applicable" };
    if (hide(row)) return { ...row, value: null, status: "withheld" };
    return { ...find(row, "people"), part: row.part };
  });
  return { ...publication, cell } as Publication;
}

const rowsOf = (page: string) => {
  const rows = new JSDOM(page).window.document.querySelectorAll("tbody tr");
  return [...rows].map((row) => [...row.children].map((cell) => cell.textContent ?? ""));
};

test("where nobody could be linked, the running total is at least what the largest partner had counted, never 0", () => {
  const page = draw(
    "people-reached",
    "measure: people-served",
    unlinkedBut(() => false),
  );
  const totals = rowsOf(page).map((row) => row.at(-1));
  const partners = ["harbor-house", "bridge-works", "cedar-family"];
  const quarters = publication.period.filter(({ period_kind }) => period_kind === "quarter").slice(0, -1);
  const counted = (slice: string, member: string, count: number) =>
    quarters.slice(0, count).reduce((sum, { period }) => {
      const cell = publication.cell.find(
        (row) => row.slice === slice && row.member === member && row.period === period && row.part === "people",
      );
      return sum + (cell?.value ?? 0);
    }, 0);
  for (const [i, quarter] of quarters.entries()) {
    const largest = Math.max(...partners.map((partner) => counted("partner", partner, i + 1)));
    const most = counted("network", "network", i + 1);
    expect(totals[i], quarter.title).toBe(`${largest.toLocaleString("en-US")} to ${most.toLocaleString("en-US")}`);
  }
  expect(page).not.toMatch(/\b0 (to|and)\b/);
  expect(page).toContain("Nobody could be linked across partners");
});

test("where nobody could be linked and no partner's count is shown, the total is at most so many", () => {
  const hidden = unlinkedBut((cell) => cell.slice === "partner");
  const page = draw("people-reached", "measure: people-served", hidden);
  const totals = rowsOf(page).map((row) => row.at(-1));
  expect(totals[0]).toMatch(/^at most [\d,]+$/);
  expect(totals.at(-1)).toMatch(/^at most [\d,]+$/);
  expect(page).not.toMatch(/\b0 (to|and)\b|NaN/);
  expect(page).toContain("At most so many people reached");
});

test("a tier counts no fewer people than its largest program, however few could be linked", () => {
  const tiers = "{measure: people-served, slice: tier}";
  const to = (...members: string[]) => {
    const cells = publication.cell.filter((row) => row.period === "to-date" && row.part === "people");
    const counts = cells.flatMap((row) => (members.includes(row.member) ? [row.value ?? 0] : []));
    return Math.max(...counts).toLocaleString("en-US");
  };
  const care = (from: Publication) =>
    rowsOf(draw("people-by-member", tiers, from)).find(([name]) => name === "Care coordination")?.[1];
  expect(care(unlinkedBut(() => false))).toBe(`${to("hh-care", "cf-hub")} to ${to("care")}`);
  expect(care(unlinkedBut((cell) => cell.slice === "program"))).toBe(`at most ${to("care")}`);
});

test("the headline over tiers gives limits, not counts, where the tiers' numbers are ranges", () => {
  const page = new JSDOM(draw("people-by-member", "{measure: people-served, slice: tier}", publication)).window
    .document;
  expect(page.querySelector("h3")?.textContent).toMatch(
    /^Each of the 4 tiers has reached at least [\d,]+ and at most [\d,]+ people$/,
  );
});

test("an unknown word, chart or slice in a figure stops the build", () => {
  expect(() => readFigureRequest("id: a\nchart: b\nmeasure: c\ncolour: red", {})).toThrow(
    "unknown word in a figure: colour",
  );
  expect(() => readFigureRequest("id: a\nchart: b\nmeasure: c\nslice: planet", {})).toThrow(
    "unknown slice in a figure: planet",
  );
  expect(() => readFigureRequest("chart: b\nmeasure: c", {})).toThrow("a figure without id");
});

import { expect, test } from "vitest";
import type { Publication } from "../../../models/published.ts";
import { changesBetween, changesText } from "../../../pipelines/release/changes.ts";
import type { LedgerLine } from "../../../pipelines/release/ledger.ts";
import type { Manifest } from "../../../pipelines/release/manifest.ts";
import { release } from "../../support/release.ts";

const line = (measure: string, place: string, value: number | null): LedgerLine => ({
  ...{ address: `${measure}/all/${place}`, status: value === null ? "withheld" : "shown", value },
});
const measure = (id: string, version: number) => ({ measure: id, title: id.toUpperCase(), version });
const publication = {
  release: [release],
  measure: [measure("a", 2), measure("b", 1), measure("d", 1)],
  part: [{ measure: "b", part: "people", title: "People" }],
  rate_words: [],
  series: [{ measure: "b", series: "all", title: "Everybody" }],
  period: [
    { period: "to-date", title: "To date" },
    { period: "2026-Q3", title: "July to September 2026" },
  ],
} as unknown as Publication;
const manifest = {
  ...{ release: 4, as_of: "2026-06-30" },
  measures: [
    { id: "a", version: 1 },
    { id: "b", version: 1 },
    { id: "c", version: 3 },
  ],
} as Manifest;
const before = [
  line("b", "network/network/to-date/people", 1200),
  line("b", "network/network/to-date/others", 500),
  line("b", "partner/hub/to-date/people", 40),
  line("b", "partner/desk/to-date/people", null),
];
const now = [
  line("b", "network/network/to-date/people", 1500),
  line("b", "network/network/to-date/others", 500),
  line("b", "partner/hub/to-date/people", null),
  line("b", "partner/desk/to-date/people", 60),
  line("b", "network/network/2026-Q3/people", 300),
];
const ledger = new Map(before.map((one) => [one.address, one]));

test("what changed is said measure by measure: definitions, the network's numbers that moved, and how many are shown or not", () => {
  const changes = changesBetween({
    before: { manifest, ledger },
    now: { release: 5, restated: ["2025-Q3"], publication, ledger: now },
  });
  expect(changesText(changes)).toBe(`# Release 5

Data as of 2026-09-30; release 4 had data as of 2026-06-30.

Counted again although it was closed: 2025-Q3.

For the first time: July to September 2026.

## A (a)

- Defined anew: version 2, before 1. Its numbers are not to be compared with earlier ones.

## B (b)

- People, Everybody, To date: 1,200 to 1,500 (\`b/all/network/network/to-date/people\`)
- 1 figure has a number now and had none.
- 1 figure has no number now and had one.

## D (d)

- New in this release.

## c (c)

- Not in this release any more; release 4 has its last numbers.
`);
});

test("a partner's number is counted and never told", () => {
  const moved = now.map((one) => (one.address.includes("/hub/") ? line("b", "partner/hub/to-date/people", 90) : one));
  const changes = changesBetween({
    before: { manifest, ledger },
    now: { release: 5, restated: [], publication, ledger: moved },
  });
  expect(JSON.stringify(changes)).not.toContain("90");
});

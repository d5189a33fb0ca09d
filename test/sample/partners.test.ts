import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { dateText, LAST_DAY } from "../../data/sample/calendar.ts";
import { makeSample } from "../../data/sample/make-sample.ts";
import { domains } from "../../data/sample/matrix.ts";
import { recordKind } from "../../models/contract/catalogue.ts";
import { NetworkFile, type TableFeed } from "../../pipelines/network.ts";
import { filesOf, openWorkbooks, readPartners, readTable, tableFeeds } from "./read-sample.ts";

const out = mkdtempSync(path.join(tmpdir(), "sample-"));
beforeAll(async () => {
  await makeSample({ out, people: 1500, seed: 1 });
  await openWorkbooks(out);
}, 60_000);
afterAll(() => rmSync(out, { recursive: true }));

const network = NetworkFile.parse(
  parse(readFileSync(path.join(import.meta.dirname, "../../data/network.yaml"), "utf8")),
);
const partners = readPartners();
const feeds = partners.flatMap((partner) => tableFeeds(partner).map((feed) => ({ partner, feed })));

function agreedHeadings(feed: TableFeed): string[] {
  const mapped = Object.values(feed.columns).flatMap(({ from }) => from ?? []);
  const wide = feed.wide ? [...Object.values(feed.wide.domains), ...Object.values(feed.wide.goals)] : [];
  return [...new Set([...mapped, ...wide, ...feed.ignore])];
}

test("the network has fourteen partners in its own tiers, and ends on the day its sample ends", () => {
  const tiers = network.tiers.map((tier) => tier.id);
  expect(partners).toHaveLength(14);
  expect(partners.filter((partner) => partner.kind === "care_coordination_hub")).toHaveLength(3);
  expect(partners.filter((partner) => !partner.links_people)).toHaveLength(4);
  for (const { programs } of partners) for (const { tier } of programs) expect(tiers).toContain(tier);
  expect(network.as_of).toBe(dateText(LAST_DAY, "YYYY-MM-DD"));
});

test("between them the partners use every format and send every kind of record", () => {
  const used = (pick: (feed: TableFeed) => string) => new Set(feeds.map(({ feed }) => pick(feed)));
  expect(used((feed) => feed.dates).size).toBe(6);
  expect(used((feed) => feed.delimiter).size).toBe(4);
  expect(used((feed) => feed.encoding).size).toBe(3);
  expect(used((feed) => feed.record).size).toBe(13);
});

describe.each(feeds)("$partner.id / $feed.id, $feed.record", ({ partner, feed }) => {
  test("columns are fields of the contract, with every required one", () => {
    const { fields } = recordKind(feed.record);
    for (const name of Object.keys(feed.columns)) expect(Object.keys(fields)).toContain(name);
    const inForm = feed.wide ? ["instrument", "domain", "answer"] : [];
    const required = Object.keys(fields).filter((name) => fields[name]!.required && !inForm.includes(name));
    expect(Object.keys(feed.columns)).toEqual(expect.arrayContaining(required));
  });

  test("words mean codes of the contract, and no two are the same but for capitals", () => {
    const { fields } = recordKind(feed.record);
    for (const [name, { words }] of Object.entries(feed.columns)) {
      if (!words) continue;
      const typed = Object.keys(words).map((word) => word.trim().toLowerCase());
      expect(new Set(typed).size).toBe(typed.length);
      const field = fields[name]!;
      if (field.type === "code") expect(Object.keys(field.codes)).toEqual(expect.arrayContaining(Object.values(words)));
    }
  });

  test("programs are the partner's own", () => {
    const column = feed.columns.program_id;
    const named = column?.words ? Object.values(column.words) : column?.constant ? [column.constant] : [];
    expect(partner.programs.map((program) => program.id)).toEqual(expect.arrayContaining(named));
  });

  test("the files have the agreed columns and no others", () => {
    const folder = path.join(out, partner.id);
    const files = filesOf(feed, folder);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const { header } = readTable(path.join(folder, file), feed);
      expect(header.map((heading) => heading.replace("\ufeff", "")).toSorted()).toEqual(
        agreedHeadings(feed).toSorted(),
      );
    }
  });

  test("a matrix has the domains of its instrument", () => {
    if (!feed.wide) return;
    const older = ["safety", "parenting", "disabilities"];
    const expected = feed.wide.instrument === "az-ssm-15" ? domains.filter((name) => !older.includes(name)) : domains;
    expect(Object.keys(feed.wide.domains).toSorted()).toEqual(expected.toSorted());
  });
});

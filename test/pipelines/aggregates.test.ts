import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AggregatePartner } from "../../pipelines/aggregate-partner.ts";
import { takeAggregates } from "../../pipelines/aggregates.ts";
import { sentence } from "../../pipelines/findings.ts";
import type { Network } from "../../pipelines/read-network.ts";
import { testNetwork } from "../support/network.ts";

let folder: string;
let network: Network;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "aggregates-"));
  for (const name of ["shelter", "inbox"]) await mkdir(path.join(folder, name));
  const shelter = { id: "shelter", name: "Shelter", profile: "aggregate_only", folder: "shelter" };
  network = { ...testNetwork, folder, aggregate_partners: [AggregatePartner.parse(shelter)] };
});

afterEach(() => rmSync(folder, { recursive: true }));

const places = () => ({ inbox: path.join(folder, "inbox"), aggregates: path.join(folder, "inbox/aggregates.json") });

/** What comes of a table with these rows; `,` stands for the measure and part of people served. */
function send(name: string, ...rows: readonly string[]) {
  const lines = rows.map((row) => `people-served,people,${row}`);
  writeFileSync(
    path.join(folder, "shelter", name),
    ["measure,part,slice,member,period,count", ...lines, ""].join("\n"),
  );
  return take();
}

const take = () =>
  takeAggregates({ network, places: places(), asOf: "2026-06-30", code: "" }, () => new Date("2026-07-01T10:00:00Z"));

const shown = ({ cells }: Awaited<ReturnType<typeof take>>) =>
  cells.map(({ slice, member, period, status, value }) => `${slice} ${member} ${period} ${value ?? status}`);

test("counts that give nobody away are taken, and groups the table says nothing of are withheld", async () => {
  const taken = await send(
    "counts-2026-06.csv",
    "everyone,everyone,to-date,412",
    "everyone,everyone,PY2025,173",
    "disability,yes,to-date,120",
    "disability,no,to-date,withheld",
  );
  expect(taken.findings).toEqual([]);
  expect(shown(taken)).toEqual([
    "disability no to-date withheld",
    "disability unknown to-date withheld",
    "disability yes to-date 120",
    "network network to-date 412",
    "network network PY2025 173",
  ]);
  expect(taken.partners).toEqual([
    { partner_id: "shelter", name: "Shelter", kind: "victim_service_provider", received_on: "2026-07-01" },
  ]);
});

test("one withheld group beside all others is what they leave of the total: the table is refused and not kept", async () => {
  const taken = await send(
    "counts.csv",
    "everyone,everyone,to-date,100",
    "disability,yes,to-date,50",
    "disability,no,to-date,45",
    "disability,unknown,to-date,withheld",
  );
  expect(taken.cells).toEqual([]);
  expect(taken.findings.map(sentence)).toEqual([
    "counts.csv: 1 count that the file does not show can be worked out from those it shows, or nearly so. The first: people-served/all disability unknown all to-date people. Nothing of the file was kept; the last good one stays in use. Write withheld in the place of another count of the same group or period and send the file again.",
  ]);
  expect(readdirSync(path.join(folder, "inbox"))).toEqual([]);
});

test("two withheld groups that come to ten are refused too, and two that come to eleven or more are not", async () => {
  const groups = (yes: number) =>
    send(
      "counts.csv",
      "everyone,everyone,to-date,100",
      `disability,yes,to-date,${yes}`,
      "disability,no,to-date,withheld",
    );
  expect((await groups(90)).findings.map(({ code }) => code)).toEqual(["counts-telling"]);
  expect((await groups(89)).findings).toEqual([]);
});

test("the years of a total give an earlier one away that nobody speaks of", async () => {
  const taken = await send("counts.csv", "everyone,everyone,to-date,100", "everyone,everyone,PY2025,96");
  expect(taken.findings.map(({ code }) => code)).toEqual(["counts-telling"]);
});

test("years that are all of the total give nobody away: the agency began with the first of them", async () => {
  const taken = await send(
    "counts.csv",
    ...["everyone,everyone,to-date,100", "everyone,everyone,PY2024,40", "everyone,everyone,PY2025,60"],
  );
  expect(taken.findings).toEqual([]);
});

test("groups that come to more than everybody contradict each other", async () => {
  const taken = await send(
    "counts.csv",
    "everyone,everyone,to-date,100",
    "disability,yes,to-date,70",
    "disability,no,to-date,40",
  );
  expect(taken.findings.map(({ code }) => code)).toEqual(["counts-contradiction"]);
});

test.each([
  ["a count below eleven", "everyone,everyone,to-date,7", "counts-small"],
  ["zero", "everyone,everyone,to-date,0", "counts-small"],
  ["a word of somebody's own", "everyone,Maria Lopez,to-date,40", "counts-word"],
  ["a group of another slice", "disability,woman,to-date,40", "counts-place"],
  ["a county", "county,TN-157,to-date,40", "counts-word"],
  ["a quarter of a group", "disability,yes,2025-Q3,40", "counts-place"],
  ["a period that is not over", "everyone,everyone,PY2026,40", "counts-word"],
  ["a count that is none", "everyone,everyone,to-date,about 40", "counts-word"],
])("%s is refused, and not repeated", async (_, row, code) => {
  const taken = await send("counts.csv", row);
  expect(taken.findings.map((finding) => finding.code)).toContain(code);
  expect(taken.findings.map(sentence).join(" ")).not.toMatch(/Maria|about 40|TN-157|\b7\b/);
  expect(taken.cells).toEqual([]);
});

test("the last table by name is in use, and the last good one stays when it is refused", async () => {
  await send("counts-1.csv", "everyone,everyone,to-date,300");
  expect(shown(await send("counts-2.csv", "everyone,everyone,to-date,412"))).toEqual(["network network to-date 412"]);
  const taken = await send("counts-3.csv", "everyone,everyone,to-date,5");
  expect(shown(taken)).toEqual(["network network to-date 412"]);
  expect(taken.findings.map(({ code }) => code)).toEqual(["counts-small"]);
  expect(Object.keys(JSON.parse(readFileSync(places().aggregates, "utf8")))).toEqual(["shelter"]);
});

test("a table good once is not in use when it is not good by today's rules", async () => {
  await send("counts.csv", "everyone,everyone,to-date,300");
  network = { ...network, publication: { ...network.publication, threshold: 400 } };
  rmSync(path.join(folder, "shelter/counts.csv"));
  const taken = await take();
  expect(taken.cells).toEqual([]);
  expect(taken.partners[0]).toMatchObject({ received_on: null });
  expect(taken.findings.map(({ code }) => code)).toEqual(["counts-small"]);
});

test("a table whose name identifies somebody is refused without being named", async () => {
  const taken = await send("counts 123-45-6789.csv", "everyone,everyone,to-date,300");
  expect(taken.findings.map(({ code }) => code)).toEqual(["identifying-file-name"]);
  expect(taken.findings.map(sentence).join(" ")).not.toContain("6789");
});

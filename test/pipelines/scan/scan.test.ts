import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ScanTerms, scanSites } from "../../../pipelines/scan/scan.ts";
import { token } from "../../support/small-network.ts";

const CANARY = "canary-person-7731";
const PERSON_KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

const terms: ScanTerms = {
  threshold: 11,
  canaries: [CANARY],
  places: ["/srv/networks/metro", "/data"],
  words: ["Metro Network"],
  published: new Map([
    ["people-served/all/partner/hub/to-date/people", "shown,412,,"],
    ["people-served/all/partner/pantry/to-date/people", "shown,95,,"],
    ["people-served/all/program/hub-core/to-date/people", "withheld,,,"],
    ["people-served/all/network/network/to-date/people", "shown,507,,"],
    ["care-plan/all/partner/hub/to-date/rate:planned", "too_few_to_rate,,11,15"],
    ["care-plan/all/network/network/to-date/rate:planned", "withheld,,,42"],
    ["people-served/all/tier/low/to-date/people", "shown,9,,"],
  ]),
  partners: [
    { id: "hub", name: "North Hub", programs: [{ id: "hub-core", name: "Core at the Food & Hope Pantry" }] },
    { id: "pantry", name: "Food & Hope Pantry", programs: [] },
    { id: "shelter", name: "Shelter", programs: [] },
  ],
};

let folder: string;
let sites: Record<string, Record<string, string>>;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-scan-"));
  sites = { staff: { ...staff }, "agency/hub": { ...hub }, funders: { ...funders } };
});
afterEach(() => rmSync(folder, { recursive: true }));

const page = (body: string) => `<html><head><title>Metro Network</title></head><body>${body}</body></html>`;
const csv = (...rows: string[]) =>
  `${['"address","measure","version","series","slice","member","period","figure","kind","status"', "value,numerator,denominator,share,low,high"].join()}\n${rows.join("\n")}\n`;
const row = (address: string, kind: string, rest: string) => {
  const [measure, series, slice, member, period, figure] = address.split("/");
  return `"${address}","${measure}",1,"${series}","${slice}","${member}","${period}","${figure}","${kind}",${rest}`;
};
const HUB = row("people-served/all/partner/hub/to-date/people", "count", '"shown",412,,,,,');
const CORE = row("people-served/all/program/hub-core/to-date/people", "count", '"withheld",,,,,,');
const PANTRY = row("people-served/all/partner/pantry/to-date/people", "count", '"shown",95,,,,,');
const NETWORK = row("people-served/all/network/network/to-date/people", "count", '"shown",507,,,,,');
const FEW = row("care-plan/all/partner/hub/to-date/rate:planned", "rate", '"too_few_to_rate",,11,15,,,');
const RATE = row("care-plan/all/network/network/to-date/rate:planned", "rate", '"withheld",,,42,,,');

const staff = {
  "index.html": page('<a href="./partner/hub.html">North Hub</a> <a href="./data/people.csv" download>CSV</a>'),
  "partner/hub.html": page('<a href="../index.html#top">Food &amp; Hope Pantry</a><td class="withheld">withheld</td>'),
  "data/people.csv": csv(HUB, CORE, PANTRY, NETWORK, FEW, RATE),
  _headers: "/*\n  X-Frame-Options: DENY\n",
};
const hub = {
  "index.html": page("<h1>North Hub</h1><li>Core at the Food &amp; Hope Pantry</li><p>A shelter for the night.</p>"),
  "data/people.csv": csv(HUB, CORE, NETWORK),
};
const funders = { "index.html": page("<td>Shelter</td>"), "data/people.csv": csv(NETWORK) };

/** Writes the sites with the manifests they would have, and scans them. */
async function scanned(meanwhile: () => void = () => undefined): Promise<string[]> {
  for (const [site, files] of Object.entries(sites)) {
    for (const [name, text] of Object.entries(files)) write(`${site}/${name}`, text);
    write(`${site}/manifest.json`, JSON.stringify({ files: Object.entries(files).map(listed) }));
  }
  meanwhile();
  const { failures } = await scanSites(folder, terms);
  return failures.map(({ site, file, kind }) => `${site}/${file}: ${kind}`);
}

function write(name: string, text: string | Uint8Array): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

const listed = ([name, text]: [string, string]) => ({
  path: name,
  sha256: createHash("sha256").update(text).digest("hex"),
  bytes: Buffer.byteLength(text),
});

test("sites as they should be have nothing to find", async () => {
  expect(await scanned()).toEqual([]);
});

test("a file beside the manifest, one that is gone and one that was changed afterwards are each named", async () => {
  const found = await scanned(() => {
    write("staff/data/more.csv", csv());
    rmSync(path.join(folder, "staff/partner/hub.html"));
    write("agency/hub/data/people.csv", csv(HUB));
    writeFileSync(path.join(folder, "funders/manifest.json"), "{");
  });
  expect(found).toEqual(
    expect.arrayContaining([
      "staff/data/more.csv: unlisted",
      "staff/partner/hub.html: missing",
      "agency/hub/data/people.csv: changed",
      "funders/manifest.json: no manifest",
    ]),
  );
});

test("a link out of the folder is not followed: it stops the scan", async () => {
  await expect(scanned(() => symlinkSync("/etc", path.join(folder, "staff/etc")))).rejects.toThrow("neither a file");
});

const base64 = (text: string) => Buffer.from(text).toString("base64");
const hex = (text: string) => Buffer.from(text).toString("hex");
const entities = (text: string) => [...text].map((one) => `&#${one.codePointAt(0)};`).join("");
const percents = (text: string) => hex(text).replaceAll(/../g, "%$&");
const escapes = (text: string) => hex(text).replaceAll(/../g, "\\u00$&");

test.each([
  ["a token", `<p>${token(7)}</p>`, "token"],
  ["the beginning of a token", `<p>${token(7).slice(0, 18)}</p>`, "token"],
  ["a token in base64", `<p>${base64(`{"id":"${token(7)}"}`)}</p>`, "token"],
  ["a token in hex", `<p>${hex(token(7))}</p>`, "token"],
  ["a token in entities", `<p>${entities(token(7))}</p>`, "token"],
  ["a token in percents", `<p>${percents(token(7))}</p>`, "token"],
  ["a token in escapes", `<script>"${escapes(token(7))}"</script>`, "token"],
  ["a person's key", `<p id="p-${PERSON_KEY}">x</p>`, "keyed id"],
  ["a canary", `<p>${CANARY}</p>`, "canary"],
  ["a canary in base64", `<p>${base64(`id=${CANARY};`)}</p>`, "canary"],
  ["the network's folder", "<p>/srv/networks/metro/warehouse.duckdb</p>", "place"],
  ["a home folder", "<p>/home/ana/network.yaml</p>", "place"],
  ["a source map", "<script>x()//# sourceMappingURL=x.js.map</script>", "source map"],
  ["a time", '<meta content="2026-11-22T08:04:36Z">', "time stamp"],
  ["the id of a run", "<p>run-20261122T080436469Z</p>", "time stamp"],
  ["a comment", "<!-- 7 -->", "attribute"],
  ["a tooltip", '<p title="7">x</p>', "attribute"],
  ["a title in a picture", "<svg><title>7</title></svg>", "attribute"],
  ["data beside an element", '<td data-n="7">withheld</td>', "attribute"],
  ["a withheld cell with more than its class", '<td class="withheld" id="n7">withheld</td>', "attribute"],
  ["a withheld cell with a number", '<td class="withheld">withheld (7)</td>', "withheld"],
  ["a link to another site", '<a href="../funders/index.html">x</a>', "link"],
  ["a link to nothing", '<a href="./gone.html">x</a>', "link"],
])("%s in a page is found", async (_, body, kind) => {
  sites.staff!["index.html"] = page(body);
  expect(await scanned()).toEqual([`staff/index.html: ${kind}`]);
});

test("what only looks like it is let be", async () => {
  const body = `<p>./data/people.csv and v1:&lt;key id&gt;:&lt;26 letters and digits&gt; of 2026-11-22, ${"ab".repeat(32)}, https://rules.example/home/page and the title=old one</p>`;
  sites.staff!["index.html"] = page(body);
  expect(await scanned()).toEqual([]);
});

test.each([
  [
    "a withheld count with its number",
    CORE.replace('"withheld",', '"withheld",7'),
    ["withheld", "small", "contradiction"],
  ],
  ["a withheld share with its share", RATE.replace(",42,,,", ",42,0.21,,"), ["withheld"]],
  ["a share of few with its interval", FEW.replace("15,,,", "15,,0.1,0.9"), ["withheld"]],
  [
    "a count below the threshold",
    row("people-served/all/tier/low/to-date/people", "count", '"shown",9,,,,,'),
    ["small"],
  ],
  ["a count that is not the published one", HUB.replace("412", "413"), ["contradiction"]],
  ["a count that was never published", HUB.replaceAll("/hub/", "/shelter/"), ["contradiction"]],
])("%s in a data file is found", async (_, line, kinds) => {
  sites.staff!["data/people.csv"] = csv(NETWORK, line);
  expect(await scanned()).toEqual(kinds.map((kind) => `staff/data/people.csv: ${kind}`));
});

test("a partner's site has no figure of another, and the funders' of no partner", async () => {
  sites["agency/hub"]!["data/people.csv"] = csv(NETWORK, PANTRY);
  sites.funders!["data/people.csv"] = csv(NETWORK, HUB);
  expect(await scanned()).toEqual([
    "funders/data/people.csv: not theirs",
    "agency/hub/data/people.csv: not theirs",
    "agency/hub/data/people.csv: stranger",
  ]);
});

test.each([
  ["its name", "<p>with Food &amp; Hope Pantry</p>"],
  ["a name of one word by itself", "<td>Shelter</td>"],
  ["its page", '<p id="totals-shelter">x</p>'],
  ["its part of a measure", "<p>to_pantry</p>"],
])("another partner is found on a partner's site by %s", async (_, body) => {
  sites["agency/hub"]!["index.html"] = page(body);
  expect(await scanned()).toEqual(["agency/hub/index.html: stranger"]);
});

test("a file of another kind is found, and ids in the names of files", async () => {
  sites.staff!["data/people.csv.gz"] = gzipSync("x").toString("latin1");
  sites.staff![`data/${CANARY}.csv`] = csv();
  expect(await scanned()).toEqual([
    `staff/data/${CANARY}.csv: canary`,
    "staff/data/people.csv.gz: unknown kind",
    "staff/manifest.json: canary",
  ]);
});

test("no sentence repeats what was found", async () => {
  sites.staff!["index.html"] = page(`<p>${token(7)} ${PERSON_KEY}</p>`);
  await scanned();
  const { failures } = await scanSites(folder, terms);
  expect(failures.map(({ sentence }) => sentence)).toEqual([
    "staff/index.html holds a person's token, or part of one",
    "staff/index.html holds what looks like a keyed id of a person",
  ]);
});

import { readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scanTerms } from "../../pipelines/publish-sites.ts";
import { scanSites } from "../../pipelines/scan/scan.ts";
import type { BuiltSites } from "../../pipelines/site/build-sites.ts";
import { type Preview, servePreview } from "../../pipelines/site/preview.ts";
import { samplePublication } from "../support/publication.ts";
import { buildSampleSites, buildSitesOf, filesIn, projectRoot } from "./built-site.ts";
import { chromiumPath } from "./chromium-path.ts";
import { clipped, collisions, faults, focus, layoutShift, overflow } from "./in-page.ts";
import { describePages } from "./page-lint.ts";

const pages = [
  "benefit-cliffs.html",
  "benefits.html",
  "care-plans.html",
  "certificates.html",
  "check.html",
  "comparison.html",
  "contracts.html",
  "data-dictionary.html",
  "definitions.html",
  "equity/gender.html",
  "equity/index.html",
  "families.html",
  "housing.html",
  "improvement.html",
  "index.html",
  "jobs.html",
  "partner/bridge-works.html",
  "partner/cedar-family.html",
  "partner/harbor-house.html",
  "reach.html",
  "referrals.html",
  "self-sufficiency.html",
  "totals.html",
  "wages.html",
];
const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

/** The staff's site, and the folder of the sites of all audiences. */
let site: { out: string; all: string; built: BuiltSites };
let browser: Browser;
let preview: Preview;
let tab: Page;
let bare: Page;
let requests: string[] = [];

beforeAll(async () => {
  const { out: all, built } = await buildSampleSites();
  site = { out: join(all, "staff"), all, built };
  preview = await servePreview(site.out, 0);
  browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ["--no-sandbox", "--disable-gpu", ...quiet],
  });
  tab = await browser.newPage();
  bare = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  for (const page of [tab, bare]) page.on("request", (request) => requests.push(request.url()));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await preview?.close();
  if (site) await rm(dirname(site.all), { recursive: true, force: true });
});

async function open(path: string, width: number): Promise<void> {
  requests = [];
  await tab.setViewportSize({ width, height: 800 });
  await tab.goto(preview.url + path);
}

test("the fixture's site has the pages the tests walk over", async () => {
  expect(await filesIn(site.out, ".html")).toEqual(pages);
  expect(site.built).toMatchObject({ sites: 5, pages: 59, figures: 422 });
});

test("a release with the same printed numbers, from another hidden world and in another order, is the same site to the byte", async () => {
  const other = samplePublication("another");
  const turned = { ...other, cell: other.cell.toReversed(), rate: other.rate.toReversed() };
  const again = `${site.all}-again`;
  const { publication } = await buildSitesOf(turned, again);
  expect(publication).toBe(site.built.publication);
  const isFile = (name: string) => /\.(html|csv|json)$|_headers$/.test(name);
  const files = (await filesIn(site.all, "")).filter(isFile);
  expect((await filesIn(again, "")).filter(isFile)).toEqual(files);
  for (const path of files)
    expect(await readFile(join(again, path)), path).toEqual(await readFile(join(site.all, path)));
  expect(files.filter((path) => path.endsWith("manifest.json")).length).toBe(5);
}, 120_000);

test("the scan finds nothing in the sites as they are built", async () => {
  const { failures, sites } = await scanSites(
    site.all,
    scanTerms(samplePublication(), [projectRoot, site.all], ["canary-4711"]),
  );
  expect({ sites, failures }).toEqual({ sites: 5, failures: [] });
});

describe.each(["staff", "funders", "agency/harbor-house"])("the site of %s", (audience) => {
  describePages(() => ({ out: join(site.all, audience) }));
});

describe.each([
  "funders/index.html",
  "funders/how-we-know.html",
  "agency/harbor-house/index.html",
  "agency/harbor-house/comparison.html",
])("%s", (path) => {
  test.each([320, 1280])(
    "at %i pixels nothing overlaps and no accessibility fault is found",
    async (width) => {
      await tab.setViewportSize({ width, height: 800 });
      await tab.goto(pathToFileURL(join(site.all, path)).href);
      expect(await tab.evaluate(overflow)).toBeLessThanOrEqual(0);
      expect(await tab.evaluate(collisions)).toEqual([]);
      expect(await faults(tab)).toEqual([]);
    },
    60_000,
  );
});

describe.each(pages)("%s", (path) => {
  test("keeps within its weight", async () => {
    const html = await readFile(join(site.out, path));
    expect(gzipSync(html).length).toBeLessThanOrEqual((path === "check.html" ? 200 : 80) * 1024);
    expect(html.includes("<script")).toBe(path === "check.html");
  });

  test("opens from a folder with scripts off, figures drawn", async () => {
    requests = [];
    await bare.goto(pathToFileURL(join(site.out, path)).href);
    expect(await bare.locator("h1").isVisible()).toBe(true);
    for (const chart of await bare.locator(".chart:not(.narrow)").all()) expect(await chart.isVisible()).toBe(true);
    expect(requests.filter((url) => !url.startsWith("file:"))).toEqual([]);
  }, 30_000);

  test("asks no other host for anything, does not move while it loads and fits into 360 pixels", async () => {
    await open(path, 360);
    expect(requests.length).toBeLessThanOrEqual(10);
    expect(requests.filter((url) => !url.startsWith(preview.url))).toEqual([]);
    expect(await tab.evaluate(layoutShift)).toBeLessThanOrEqual(0.02);
    expect(await tab.evaluate(overflow)).toBeLessThanOrEqual(0);
    expect(await tab.evaluate(collisions)).toEqual([]);
  }, 30_000);

  test.each([320, 1280])(
    "at %i pixels nothing overlaps and no accessibility fault is found",
    async (width) => {
      await open(path, width);
      expect(await tab.evaluate(overflow)).toBeLessThanOrEqual(0);
      expect(await tab.evaluate(collisions)).toEqual([]);
      expect(await faults(tab)).toEqual([]);
    },
    60_000,
  );

  test("is walked by keyboard: skip link first, focus in sight and visible", async () => {
    await open(path, 1280);
    await tab.keyboard.press("Tab");
    expect((await tab.evaluate(focus)).words).toBe("Skip to the content");
    for (let stop = 0; stop < 12; stop++) {
      const at = await tab.evaluate(focus);
      if (at.name === "BODY") break;
      expect(at.seen, JSON.stringify(at)).toBe(true);
      await tab.keyboard.press("Tab");
    }
  }, 30_000);

  test("prints as a tagged document, charts within the paper", async () => {
    await open(path, 710);
    const pdf = await tab.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
    expect(pdf.includes("/StructTreeRoot") && pdf.includes("/Lang")).toBe(true);
    await tab.emulateMedia({ media: "print" });
    expect(await tab.evaluate(clipped)).toBe(0);
    await tab.emulateMedia({ media: null });
  }, 30_000);
});

import { readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BuiltSite, buildSite } from "../../pipelines/site/build-site.ts";
import { type Preview, servePreview } from "../../pipelines/site/preview.ts";
import { buildSampleSite, filesIn, projectRoot } from "./built-site.ts";

const pages = [
  "definitions.html",
  "index.html",
  "partner/bridge-works.html",
  "partner/cedar-family.html",
  "partner/harbor-house.html",
  "self-sufficiency.html",
];
const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let site: { out: string; published: string; built: BuiltSite };
let browser: Browser;
let preview: Preview;
let axe: string;

beforeAll(async () => {
  site = await buildSampleSite();
  preview = await servePreview(site.out, 0);
  const executablePath = "/usr/bin/chromium";
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", ...quiet] });
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await preview?.close();
  if (site) await rm(dirname(site.out), { recursive: true, force: true });
});

async function open(path: string, width: number, run: (page: Page, requests: string[]) => Promise<void>) {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  try {
    await page.goto(preview.url + path);
    await run(page, requests);
  } finally {
    await page.close();
  }
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (values) => {
    type Result = { violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] };
    const { axe } = window as unknown as { axe: { run(context: object, options: object): Promise<Result> } };
    const result = await axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")} ${nodes[0]?.failureSummary}`);
  }, rules);
}

test("the fixture's site has the pages the tests walk over", async () => {
  expect(await filesIn(site.out, ".html")).toEqual(pages);
  expect(site.built).toMatchObject({ pages: 6, figures: 45 });
});

test("two builds of one store are the same to the byte", async () => {
  const again = `${site.out}-again`;
  await buildSite({ audience: "staff", published: site.published, out: again, projectRoot });
  for (const path of [...(await filesIn(site.out, ".html")), ...(await filesIn(site.out, ".csv"))]) {
    expect(await readFile(join(again, path)), path).toEqual(await readFile(join(site.out, path)));
  }
  expect(await filesIn(again, "")).toEqual(await filesIn(site.out, ""));
}, 120_000);

describe.each(pages)("%s", (path) => {
  test.each([1280, 320])(
    "has no accessibility fault at %i pixels, tables open",
    async (width) => {
      await open(path, width, async (page) => {
        await page.evaluate(() => {
          for (const details of document.querySelectorAll("details")) details.open = true;
        });
        expect(await violations(page)).toEqual([]);
      });
    },
    40_000,
  );

  test.each([1280, 360, 320])(
    "fits into %i pixels, no text of a chart over another or out of the picture",
    async (width) => {
      await open(path, width, async (page) => {
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide).toBeLessThanOrEqual(0);
        expect(await page.evaluate(collisions)).toEqual([]);
      });
    },
    30_000,
  );

  test("asks no other host for anything and does not move while it loads", async () => {
    await open(path, 412, async (page, requests) => {
      expect(requests.length).toBeLessThanOrEqual(10);
      expect(requests.filter((url) => !url.startsWith(preview.url))).toEqual([]);
      const shift = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
            }).observe({ type: "layout-shift", buffered: true });
            setTimeout(() => resolve(sum), 100);
          }),
      );
      expect(shift).toBeLessThanOrEqual(0.02);
    });
  });

  test("is walked by keyboard: skip link first, focus in sight and visible", async () => {
    await open(path, 1280, async (page) => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
      for (let stop = 0; stop < 12; stop++) {
        const seen = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          const box = element.getBoundingClientRect();
          const outline = Number.parseFloat(getComputedStyle(element).outlineWidth);
          return { outline, inView: box.top >= 0 && box.left >= 0 && box.top < innerHeight, name: element.tagName };
        });
        if (seen.name === "BODY") break;
        expect(seen.inView && seen.outline >= 2, JSON.stringify(seen)).toBe(true);
        await page.keyboard.press("Tab");
      }
    });
  });

  test("opens from a folder with scripts off, figures drawn", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(join(site.out, path)).href);
    expect(await page.locator("h1").isVisible()).toBe(true);
    for (const chart of await page.locator(".chart:not(.narrow)").all()) expect(await chart.isVisible()).toBe(true);
    expect(requests.filter((url) => !url.startsWith("file:"))).toEqual([]);
    await context.close();
  }, 30_000);

  test("prints as a tagged document, charts within the paper", async () => {
    await open(path, 1280, async (page) => {
      const pdf = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
      expect(pdf.includes("/StructTreeRoot") && pdf.includes("/Lang")).toBe(true);
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: 710, height: 950 });
      const clipped = await page.evaluate(
        () =>
          [...document.querySelectorAll(".plot")]
            .map((plot) => plot.getBoundingClientRect())
            .filter((box) => box.right > innerWidth || box.height > 950).length,
      );
      expect(clipped).toBe(0);
    });
  }, 30_000);

  test("keeps within its weight", async () => {
    const html = await readFile(join(site.out, path));
    expect(gzipSync(html).length).toBeLessThanOrEqual(80 * 1024);
    expect(html.includes("<script")).toBe(false);
  });
});

function collisions(): string[] {
  const found: string[] = [];
  for (const plot of document.querySelectorAll(".plot")) {
    const frame = plot.getBoundingClientRect();
    if (frame.width === 0) continue;
    const texts = [...plot.querySelectorAll("text")].map((text) => ({
      box: text.getBoundingClientRect(),
      words: text.textContent,
    }));
    for (const [i, { box, words }] of texts.entries()) {
      if (box.left < frame.left - 1 || box.right > frame.right + 1) found.push(`out of the picture: ${words}`);
      for (const other of texts.slice(i + 1)) {
        const [x, y] = [
          Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left),
          Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top),
        ];
        if (x > 1 && y > 3) found.push(`${words} over ${other.words}`);
      }
    }
  }
  return found;
}

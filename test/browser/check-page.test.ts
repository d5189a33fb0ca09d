import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { RecordBatchFileWriter, tableFromArrays } from "apache-arrow";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkFile } from "../../pipelines/check/by-row/check-file.ts";
import { sentence } from "../../pipelines/findings.ts";
import { Feed, type TableFeed, type TablesFeed } from "../../pipelines/network.ts";
import { screeningOf } from "../../pipelines/screen/profile.ts";
import { type Preview, servePreview } from "../../pipelines/site/preview.ts";
import { partnerOf } from "../support/at-the-door.ts";
import { workbookOf, zipOf } from "../support/container-files.ts";
import { token } from "../support/small-network.ts";
import { buildSampleSites } from "./built-site.ts";
import { chromiumPath } from "./chromium-path.ts";
import { faults, focus, overflow } from "./in-page.ts";

const feed = Feed.parse({
  id: "people",
  record: "person",
  files: "people*.csv",
  encoding: "windows-1252",
  stop_above: 0.9,
  columns: { person_token: "Person", gender: { from: "Gender", words: { F: "woman" } } },
  ignore: ["</script>", "Worker"],
}) as TableFeed;
const hmis = Feed.parse({ id: "hmis", format: "hmis_csv", files: "*.csv", projects: { 1: "hub-core" } });
const cases = Feed.parse({
  id: "cases",
  format: "xlsx",
  files: "cases*",
  stop_above: 0.9,
  tables: [
    { sheet: "Clients", record: "person", columns: { person_token: "Person", gender: "Gender" } },
    {
      sheet: "Homes",
      record: "household_member",
      columns: { household_token: "Home", person_token: "Person", role: { constant: "head" } },
    },
  ],
}) as TablesFeed;
const records = (id: string, format: string) =>
  Feed.parse({
    id,
    format,
    record: "person",
    files: `${id}*`,
    stop_above: 0.9,
    columns: { person_token: "Person" },
  }) as TableFeed;
const [lines, arrow] = [records("lines", "jsonl"), records("arrow", "arrow")];
const partner = { ...partnerOf(feed), feeds: [feed, hmis, cases, lines, arrow] };

/** What is said of a file, row by row, outside of any browser. */
async function expected(name: string, content: Uint8Array | string, of: TableFeed | TablesFeed) {
  const whole = async function* (file: Blob) {
    yield new Uint8Array(await file.arrayBuffer());
  };
  const as = { partner: "hub", feed: of, screening: screeningOf(partner, of, []) };
  return checkFile(name, new Blob([typeof content === "string" ? content : Uint8Array.from(content)]), as, whole);
}
const HEADER = "Person,Gender,Worker,</script>";
const rows = (count: number) => Array.from({ length: count }, (_, at) => `${token(at + 1)},F,=cmd,x`);
const broken = [HEADER, ...rows(3), "=1+1,F,w,x", `${token(9)},é,w,x`, token(1), ""].join("\n");

let folder: string;
let site: Awaited<ReturnType<typeof buildSampleSites>>;
let browser: Browser;
let preview: Preview;
let context: BrowserContext;
let page: Page;
let requests: string[] = [];
let complaints: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "common-measure-check-"));
  site = await buildSampleSites([partner]);
  preview = await servePreview(join(site.out, "staff"), 0);
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ["--no-sandbox", "--disable-gpu"] });
  context = await browser.newContext();
  page = await context.newPage();
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await preview?.close();
  if (site) await rm(dirname(site.out), { recursive: true, force: true });
  await rm(folder, { recursive: true });
});

const places = [
  ["a server", () => `${preview.url}check.html`],
  ["a folder", () => pathToFileURL(join(site.out, "staff/check.html")).href],
] as const;

/** Opens the page, takes the computer off the network and gives the page a file. */
async function open(url: string): Promise<void> {
  await context.setOffline(false);
  await page.goto(url);
}

async function check(url: string, name: string, content: string | Uint8Array, choose: string | null = "people") {
  await open(url);
  await context.setOffline(true);
  [requests, complaints] = [[], []];
  if (choose !== null) {
    await page.selectOption("#check-partner", "hub");
    await page.selectOption("#check-feed", choose);
  }
  await writeFile(join(folder, name), content);
  await page.setInputFiles("#check-file", join(folder, name));
  await page.waitForFunction(() => !/^(Checking|$)/.test(document.querySelector("#check-status")?.textContent ?? ""));
  return (await page.textContent("#check-status")) ?? "";
}

const bytes = (text: string) => Buffer.from(text, "latin1");

describe.each(places)("from %s", (_, url) => {
  test("a file is checked off the network, without a request, in the words of the pipeline", async () => {
    const status = await check(url(), "people.csv", bytes(broken));
    const { findings, reasons } = await expected("people.csv", bytes(broken), feed);
    expect(status).toBe("people.csv: This file would be accepted. 6 rows read, 3 records accepted, 3 rows set aside.");
    const said = await page.locator("#check-result li").allTextContents();
    expect(said).toEqual(findings.map(sentence));
    const table = await page.locator("#check-result tbody tr").allTextContents();
    expect(table.length).toBe(3);
    for (const { column, says, row } of reasons)
      expect(table.some((line) => line.includes(says) && line.includes(column) && line.includes(String(row)))).toBe(
        true,
      );
    expect(requests.filter((each) => !each.startsWith("blob:"))).toEqual([]);
    expect(complaints).toEqual([]);
  }, 30_000);

  test("all findings come down as CSV that no spreadsheet runs", async () => {
    await check(url(), "=people.csv", bytes(broken));
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#check-download")]);
    expect(download.suggestedFilename()).toMatch(/people\.csv\.findings\.csv$/);
    const text = await readFile(await download.path(), "utf8");
    expect(text.split("\r\n").length).toBe(1 + 1 + 3 + 1);
    expect(text).toMatch(/^\ufefffile,row,column,what,says\r\n"'=people\.csv","","","noted"/);
    expect(text).not.toMatch(/(^|,)"?\s*[=+@]/m);
  }, 30_000);
});

test("a file that identifies people is refused by name of the column, and what it holds is not shown", async () => {
  const status = await check(places[0][1](), "people.csv", `${HEADER}\n${token(1)},F,412-65-0001,x\n`);
  expect(status).toContain("would be refused");
  expect(await page.textContent("#check-result")).toContain(
    'the column "Worker" holds what looks like a Social Security number in 1 row.',
  );
  expect(await page.content()).not.toContain("412-65-0001");
});

test("a file of UTF-16 with titles over its header is read, and its rows are counted from the top", async () => {
  const titled = `\ufeff[Agency]\n\n${HEADER}\n${token(1)},F,w,x\n=1+1,F,w,x\n`;
  const status = await check(places[0][1](), "people.csv", Buffer.from(titled, "utf16le"));
  expect(status).toContain("would be accepted. 2 rows read, 1 records accepted, 1 rows set aside.");
  expect(await page.locator("#check-result tbody td").last().textContent()).toBe("5");
});

test("a feed of a format that the page does not read is answered with what to do", async () => {
  await open(places[0][1]());
  await page.selectOption("#check-partner", "hub");
  await page.selectOption("#check-feed", "hmis");
  await writeFile(join(folder, "people.csv"), "x");
  await page.setInputFiles("#check-file", join(folder, "people.csv"));
  expect(await page.textContent("#check-status")).toContain("npm run check");
  expect(await check(places[0][1](), "people.parquet", "PAR1", null)).toContain("Check it with npm run check");
});

describe.each(places)("every format from %s", (_, url) => {
  test("is read off the network, without a request, in the same words as elsewhere", async () => {
    const book = await workbookOf({
      Clients: [["Clients of the hub"], ["Person", "Gender"], [token(1), "woman"], ["x", "woman"], [token(1), "man"]],
      Homes: [
        ["Home", "Person"],
        [token(8), token(1)],
        [null, token(2)],
      ],
    });
    const person = (at: number) => JSON.stringify({ Person: at > 0 ? token(at) : "x" });
    const feather = new RecordBatchFileWriter();
    feather.writeAll(tableFromArrays({ Person: [token(1), "y"] }).batches);
    feather.finish();
    const files: [string, Uint8Array | string, TableFeed | TablesFeed][] = [
      ["cases.xlsx", book, cases],
      ["cases.zip", await zipOf({ "a/one.xlsx": book }), cases],
      ["people.zip", await zipOf({ "b.csv": bytes(broken), "a.csv": bytes(`${HEADER}\n${rows(2).join("\n")}`) }), feed],
      ["people.zip", await zipOf({ "a.csv": `${HEADER}\n${token(1)},F,412-65-0001,x\n` }), feed],
      ["people.zip", Buffer.from("PK\u0003\u0004"), feed],
      ["lines.jsonl", [1, 0, 1].map(person).join("\n"), lines],
      ["arrow.feather", await feather.toUint8Array(), arrow],
    ];
    for (const [name, content, of] of files) {
      const status = await check(url(), name, content, of.id);
      const { outcome, findings, reasons, records } = await expected(name, content, of);
      expect([status, complaints]).toEqual([expect.stringContaining(`${name}: This file would be ${outcome}`), []]);
      for (const { rows, accepted, broken: aside } of records)
        expect(status).toContain(`${rows} rows read, ${accepted} records accepted, ${aside} rows set aside.`);
      expect(await page.locator("#check-result li").allTextContents(), name).toEqual(findings.map(sentence));
      const table = await page.locator("#check-result tbody tr").allTextContents();
      for (const { column, says, row } of reasons)
        expect(
          table.some((line) => [column, says, String(row)].every((text) => line.includes(text))),
          name,
        ).toBe(true);
      expect(requests.filter((each) => !each.startsWith("blob:"))).toEqual([]);
    }
  }, 60_000);
});

test("without a partner a file is checked against the plain template, optional columns left out", async () => {
  const status = await check(places[0][1](), "people.csv", `person_token,gender\n${token(1)},woman\n`, null);
  expect(status).toContain("This file would be accepted. 1 rows read, 1 records accepted");
});

test("a file can be dropped, and the page never holds the keyboard while it reads", async () => {
  await open(places[0][1]());
  await page.selectOption("#check-partner", "hub");
  const longest = await page.evaluate(
    async ({ header, line }) => {
      const tasks: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) tasks.push(entry.duration);
      }).observe({ type: "longtask" });
      const lines = Array.from({ length: 60_000 }, (_, at) =>
        line.replace(
          "zzzzz",
          at
            .toString(32)
            .padStart(5, "a")
            .replaceAll(/[^a-z]/g, "b"),
        ),
      );
      const file = new File([`${header}\n${lines.join("\n")}\n`], "people.csv");
      const data = new DataTransfer();
      data.items.add(file);
      await new Promise((resolve) => setTimeout(resolve, 200));
      tasks.length = 0;
      document
        .querySelector("#check-drop")
        ?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
      while (/^(Checking|$)/.test(document.querySelector("#check-status")?.textContent ?? ""))
        await new Promise((resolve) => setTimeout(resolve, 20));
      return Math.max(0, ...tasks);
    },
    { header: HEADER, line: `${token(1)},F,w,x` },
  );
  expect(await page.textContent("#check-status")).toContain("60,000 rows read");
  expect(longest).toBeLessThan(200);
}, 60_000);

test.each([320, 1280])(
  "at %i pixels no accessibility fault is found, before a file and after",
  async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await open(places[0][1]());
    expect(await faults(page)).toEqual([]);
    await check(places[0][1](), "people.csv", bytes(broken));
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
    await page.focus("#check-file");
    await page.keyboard.press("Tab");
    expect((await page.evaluate(focus)).seen).toBe(true);
  },
  60_000,
);

test("with JavaScript off the page says what it is and which command does the same", async () => {
  const bare = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await bare.goto(places[1][1]());
  expect(await bare.locator("noscript").textContent()).toContain("npm run check -- <file> --partner <id>");
  expect(await bare.locator("#check-tool").isVisible()).toBe(false);
  await bare.close();
});

test("only this page has a script, its policy lets nothing out, and it keeps within its weight", async () => {
  const html = await readFile(join(site.out, "staff/check.html"), "utf8");
  expect(html).toMatch(/script-src 'sha256-[^']+'; worker-src blob:; connect-src 'none'/);
  expect(gzipSync(html).length).toBeLessThanOrEqual(200 * 1024);
  expect(await readFile(join(site.out, "staff/index.html"), "utf8")).not.toMatch(/<script|script-src/);
  await open(places[0][1]());
  const escaped = await page.evaluate(
    async (url) =>
      fetch(url).then(
        () => "sent",
        () => "kept",
      ),
    preview.url,
  );
  expect(escaped).toBe("kept");
});

import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, test } from "vitest";
import { filesIn } from "./built-site.ts";

/** What every page of a built site must have and must not, as its files stand. */
export function describePages(site: () => { out: string }): void {
  describe("the files of the site", () => {
    let out: string;
    const documents = new Map<string, Document>();

    beforeAll(async () => {
      ({ out } = site());
      for (const path of await filesIn(out, ".html")) {
        documents.set(path, new JSDOM(await readFile(join(out, path), "utf8")).window.document);
      }
    });

    test("every page names its language, allows zoom, has one title and one first heading of its own", () => {
      const titles = [...documents.values()].map((page) => page.title);
      expect(new Set(titles).size).toBe(titles.length);
      for (const page of documents.values()) {
        expect(page.documentElement.lang).toBe("en");
        expect(page.querySelector("meta[name=viewport]")?.getAttribute("content")).not.toMatch(
          /maximum-scale|user-scalable/,
        );
        expect(page.querySelectorAll("h1").length).toBe(1);
        expect(page.querySelector("meta[http-equiv]")?.getAttribute("content")).toMatch(/^default-src 'none'/);
      }
    });

    test("ids are unique and headings do not skip a level", () => {
      for (const [path, page] of documents) {
        const ids = [...page.querySelectorAll("[id]")].map((element) => element.id);
        expect(new Set(ids).size, path).toBe(ids.length);
        const levels = [...page.querySelectorAll("h1,h2,h3,h4")].map((heading) => Number(heading.tagName[1]));
        for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0), path).toBeLessThanOrEqual(1);
      }
    });

    test("every figure has finding, subtitle, picture, summary, table, source, a definition and a data file that exist", async () => {
      const files = await filesIn(out, ".csv");
      for (const [path, page] of documents) {
        for (const figure of page.querySelectorAll("figure")) {
          for (const part of ["h3", ".subtitle", "svg[role=img]", ".summary", "table caption", ".source time"]) {
            const found = figure.querySelector(part);
            expect(found?.textContent?.trim(), `${path} ${figure.id} ${part}`).toBeTruthy();
          }
          const [definition, data] = [...figure.querySelectorAll(".source a")].map(
            (link) => link.getAttribute("href") ?? "",
          );
          const anchor = definition?.split("#")[1] ?? "";
          expect(documents.get("definitions.html")?.getElementById(anchor), definition).not.toBeNull();
          expect(files).toContain(join(dirname(path), data ?? ""));
        }
      }
    });

    test("links are relative and keep their ending, so that a folder can be opened without a server", () => {
      for (const page of documents.values()) {
        for (const link of page.querySelectorAll("a[href]")) {
          expect(link.getAttribute("href")).toMatch(/^(#|(\.\.?\/)[\w/.=-]+\.(html|csv)(#[\w-]+)?$)/);
        }
      }
    });

    test("no page says client, impact as a claim, or an unfilled word", () => {
      for (const [path, page] of documents) {
        const read = page.body.cloneNode(true) as HTMLElement;
        for (const script of read.querySelectorAll("script")) script.remove();
        const text = read.textContent ?? "";
        expect(text, path).not.toMatch(/\bclients?\b|NaN|undefined|\[object|\{\w+\.\w+\}/);
      }
    });

    test("no data file holds a formula", async () => {
      for (const file of await filesIn(out, ".csv")) {
        const text = await readFile(join(out, file), "utf8");
        expect(text, file).not.toMatch(/(^|,)"?\s*[=+@＝]/m);
      }
    });
  });
}

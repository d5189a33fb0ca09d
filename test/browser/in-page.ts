import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds wrong with the page, all tables open. */
export async function faults(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  await page.evaluate(axe);
  return page.evaluate(async (values) => {
    type Result = { violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] };
    const { axe } = window as unknown as { axe: { run(context: object, options: object): Promise<Result> } };
    const result = await axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")} ${nodes[0]?.failureSummary}`);
  }, rules);
}

/** How far the page has moved while it loaded. */
export function layoutShift(): Promise<number> {
  return new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(sum), 100);
  });
}

/** By how many pixels the page is wider than the window. */
export const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

/** Where the keyboard is: whether it can be seen there. */
export function focus() {
  const element = document.activeElement as HTMLElement;
  const box = element.getBoundingClientRect();
  const outline = Number.parseFloat(getComputedStyle(element).outlineWidth);
  const inView = box.top >= 0 && box.left >= 0 && box.top < innerHeight;
  return { seen: inView && outline >= 2, name: element.tagName, words: element.textContent };
}

/** Charts that are wider than the paper or higher than its page. */
export const clipped = () =>
  [...document.querySelectorAll(".plot")]
    .map((plot) => plot.getBoundingClientRect())
    .filter((box) => box.right > innerWidth || box.height > 950).length;

/** Texts of a chart that lie over another or out of the picture. */
export function collisions(): string[] {
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

import { expect, test } from "vitest";
import { html } from "../../dashboards/markup.ts";
import { privateReport } from "../../pipelines/private-report.ts";

const page = { title: "A <b> page", about: "About it.", readers: "For two readers only.", closing: "The end." };

test("a private page says for whom it is before anything else, and what is written into it is text", () => {
  const text = privateReport(page, [html`<h2>${"Tom & Ann"}</h2>`]);
  expect(text).toContain("<h1>A &lt;b&gt; page</h1>");
  expect(text.indexOf("For two readers only.")).toBeLessThan(text.indexOf("Tom &amp; Ann"));
  expect(text).toContain("Do not publish this page or send it on.");
});

test("it loads and runs nothing", () => {
  const text = privateReport(page, []);
  expect(text).toContain("default-src 'none'");
  expect(text).not.toMatch(/https?:|src=|<script|url\(/);
});

import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkLinks } from "../../pipelines/site/check-links.ts";
import { finishPage } from "../../pipelines/site/finish-page.ts";
import { type Preview, servePreview } from "../../pipelines/site/preview.ts";

const raw = `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<meta name="generator" content="Observable Framework v1.13.4">
<link rel="modulepreload" href="./_observablehq/client.js">
<style>p{}</style>
<script type="module">import "./x.js";</script>
</head><body><main id="observablehq-main" class="observablehq">
<h1 id="a" tabindex="-1"><a class="observablehq-header-anchor" href="#a">A</a></h1>
<figure class="figure"><a rel="external" href="./data/a.csv">CSV</a><template data-file="data/a.csv">"a &amp; &lt;b&gt;"</template></figure>
</main></body></html>`;

test("a page loses its scripts and gains language, zoom and a policy; its data becomes a file", () => {
  const { html, files, figures } = finishPage(raw, "a.html");
  expect(html).toMatch(/<html lang="en">/);
  expect(html).toMatch(/Content-Security-Policy" content="default-src 'none'; style-src 'sha256-/);
  expect(html).not.toMatch(/script|modulepreload|maximum-scale|template|observablehq/i);
  expect(html).toContain('<a download href="./data/a.csv">');
  expect(files).toEqual([{ path: "data/a.csv", text: '"a & <b>"' }]);
  expect(figures).toBe(1);
});

test.each([
  ["<html>", '<html lang="fr">', "language"],
  [", maximum-scale=1", "", "pinch zoom"],
  ['<script type="module">import "./x.js";</script>', "", "scripts"],
])("a page without %s stops the build", (find, put, what) => {
  expect(() => finishPage(raw.replace(find, put), "a.html")).toThrow(`nothing to replace on a.html: ${what}`);
});

test.each([
  '<img src="https://example.org/x.png">',
  '<img src="//example.org/x.png">',
  '<p style="color:red">',
  '<p onclick="x()">',
  '<iframe src="a.html">',
  "<style>p{background:url(https://example.org/x)}</style>",
])("%s stops the build", (foreign) => {
  expect(() => finishPage(raw.replace("</main>", `${foreign}</main>`), "a.html")).toThrow("not allowed on a.html");
});

test("a link that leads nowhere stops the build", () => {
  const pages = new Map([
    ["p/a.html", '<a href="../b.html#c">x</a>'],
    ["b.html", '<p id="d"></p>'],
  ]);
  expect(() => checkLinks(pages, new Set())).toThrow("a link on p/a.html leads nowhere: ../b.html#c");
});

let folder: string;
let preview: Preview;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "common-measure-preview-"));
  await mkdir(join(folder, "site"));
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(join(folder, "site/index.html"), "<p>home</p>");
  await symlink(join(folder, "secret.txt"), join(folder, "site/link.txt"));
  preview = await servePreview(join(folder, "site"), 0);
});

afterAll(async () => {
  await preview.close();
  await rm(folder, { recursive: true });
});

/** Asks with the path exactly as given, which fetch would tidy up first. */
function ask(path: string, method = "GET"): Promise<{ status: number; type: string; text: string }> {
  const { hostname, port } = new URL(preview.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method }, (response) => {
      let text = "";
      response.on("data", (chunk) => (text += chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, type: String(response.headers["content-type"]), text }),
      );
    });
    sent.on("error", reject).end();
  });
}

test("the preview serves pages with their type, on this machine alone", async () => {
  expect(preview.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(await ask("/")).toEqual({ status: 200, type: "text/html; charset=utf-8", text: "<p>home</p>" });
});

test.each(["/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/link.txt", "/a%00b", "/%zz", "/none.html"])(
  "the preview gives nothing for %s",
  async (path) => expect(await ask(path)).toMatchObject({ status: 404, text: "not here\n" }),
);

test("the preview takes no other method", async () => {
  expect((await ask("/", "POST")).status).toBe(405);
});

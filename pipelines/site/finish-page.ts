import { createHash } from "node:crypto";
import { type PageScript, scriptElements, scriptRules } from "./check-page.ts";

/** A page as it is published, and the data files that stood in it. */
export interface FinishedPage {
  html: string;
  files: readonly { path: string; text: string }[];
  figures: number;
}

/** One thing that Framework's output has and a report page must not, and what takes its place. */
interface Replacement {
  what: string;
  find: RegExp;
  put: string;
}

const replacements: readonly Replacement[] = [
  { what: "language", find: /<html>/, put: '<html lang="en">' },
  { what: "pinch zoom", find: /, maximum-scale=1/, put: "" },
  { what: "generator", find: /<meta name="generator"[^>]*>\n?/, put: "" },
  { what: "module preloads", find: /<link rel="modulepreload"[^>]*>\n?/g, put: "" },
  { what: "scripts", find: /<script type="module">[\s\S]*?<\/script>\n?/g, put: "" },
  { what: "main", find: /<main id="observablehq-main" class="observablehq">/, put: '<main id="main" tabindex="-1">' },
  {
    what: "heading links",
    find: /<a class="observablehq-header-anchor" href="[^"]*">([\s\S]*?)<\/a>(?=<\/h\d>)/g,
    put: "$1",
  },
  { what: "heading focus", find: /(<h\d[^>]*?) tabindex="-1"/g, put: "$1" },
];

function replaceAll(html: string, page: string): string {
  return replacements.reduce((text, { what, find, put }) => {
    const changed = text.replace(find, put);
    if (changed === text) throw new Error(`nothing to replace on ${page}: ${what}`);
    return changed;
  }, html);
}

const unescapeText = (text: string) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&nbsp;", "\u00a0")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

function takeFiles(html: string, page: string): FinishedPage {
  const files: { path: string; text: string }[] = [];
  const without = html.replace(
    /<template data-file="([^"]*)">([\s\S]*?)<\/template>\n?/g,
    (_, path: string, text: string) => {
      files.push({ path, text: unescapeText(text) });
      return "";
    },
  );
  const links = without.match(/ rel="external"/g)?.length ?? 0;
  if (links !== files.length) throw new Error(`${links} data links for ${files.length} data files on ${page}`);
  const figures = without.match(/<figure class="figure"/g)?.length ?? 0;
  return { html: without.replaceAll(' rel="external"', " download"), files, figures };
}

function withPolicy(html: string, page: string, script?: PageScript): string {
  const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, style]) =>
      `'sha256-${createHash("sha256")
        .update(style ?? "")
        .digest("base64")}'`,
  );
  const policy = `default-src 'none'; style-src ${styles.join(" ")}; img-src data:; base-uri 'none'; form-action 'none'${script ? `; ${scriptRules(script)}` : ""}`;
  const charset = '<meta charset="utf-8">';
  if (styles.length === 0 || !html.includes(charset)) throw new Error(`no place for a security policy on ${page}`);
  return html.replace(charset, `${charset}\n<meta http-equiv="Content-Security-Policy" content="${policy}">`);
}

function refuseForeign(html: string, page: string): void {
  const forbidden =
    /<script|<iframe|<link|<object|<embed|\sstyle="|\son[a-z]+="|(?:src|href)="(?:\w+:)?\/\/|url\(["']?\w+:|@import/i;
  const found = forbidden.exec(html);
  if (found) throw new Error(`not allowed on ${page}: ${html.slice(found.index, found.index + 60)}`);
}

/** Turns a page as Framework writes it into one that needs no script but the one given, names its language and can reach no host. */
export function finishPage(html: string, page: string, script?: PageScript): FinishedPage {
  const taken = takeFiles(replaceAll(html, page), page);
  const finished = withPolicy(taken.html, page, script);
  refuseForeign(finished, page);
  return { ...taken, html: script ? withScript(finished, page, script) : finished };
}

function withScript(html: string, page: string, script: PageScript): string {
  const end = html.lastIndexOf("</body>");
  if (end < 0) throw new Error(`no place for a script on ${page}`);
  return html.slice(0, end) + scriptElements(script) + html.slice(end);
}

import { html, type Markup } from "../dashboards/markup.ts";
import { REPORT_STYLE } from "./report-style.ts";

/** What a private page says before and after its sections. */
export interface PrivatePage {
  title: string;
  /** What it is about and up to which day. */
  about: string;
  /** For whom alone it is. */
  readers: string;
  /** What lies beside it and whom to ask. */
  closing: string;
}

/** A page for a few readers, whole in itself: it needs no other file, no network and no JavaScript, and prints. */
export function privateReport({ title, about, readers, closing }: PrivatePage, sections: readonly Markup[]): string {
  return `<!doctype html>\n${
    html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="about">${about}</p>
<p class="private"><strong>${readers}</strong> Small numbers are not hidden here. Do not publish this page or send it on.</p>
${sections}
<p class="about">${closing}</p>
</main>
</body>
</html>`.text
  }\n`;
}

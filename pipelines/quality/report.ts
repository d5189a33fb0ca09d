import { html, type Markup } from "../../dashboards/markup.ts";
import { dayText } from "./amounts.ts";
import { findingsSection } from "./findings-section.ts";
import { leadSection } from "./lead-section.ts";
import { completenessSection, consistencySection, coverageSection, validitySection } from "./measure-sections.ts";
import type { Pack } from "./pack.ts";
import { REPORT_STYLE } from "./report-style.ts";
import { timelinessSection } from "./timeliness-section.ts";

/** One partner's report as a whole page: it needs no other file, no network and no JavaScript, and prints. */
export function reportPage(pack: Pack): string {
  const title = `Data quality: ${pack.partner.name}`;
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
<p class="about">${pack.network}. Files read by ${dayText(pack.readOn)}; figures count up to ${dayText(pack.asOf)}.</p>
<p class="private"><strong>For ${pack.partner.name} and the staff of the network only.</strong> Small numbers are not hidden here. Do not publish this page or send it on.</p>
${sections(pack)}
<p class="about">All of it is in two files beside this page: findings.csv says what to look at, file by file and row by row; quality.csv has all the numbers. Questions: ${pack.contact}.</p>
</main>
</body>
</html>`.text
  }\n`;
}

const sections = (pack: Pack): Markup[] =>
  [
    leadSection(pack),
    findingsSection(pack),
    validitySection(pack),
    consistencySection(pack),
    timelinessSection(pack),
    completenessSection(pack),
    coverageSection(pack),
  ].filter((section) => section !== null);

import type { Markup } from "../../dashboards/markup.ts";
import { dayText } from "../amounts.ts";
import { privateReport } from "../private-report.ts";
import { findingsSection } from "./findings-section.ts";
import { leadSection } from "./lead-section.ts";
import { completenessSection, consistencySection, coverageSection, validitySection } from "./measure-sections.ts";
import type { Pack } from "./pack.ts";
import { timelinessSection } from "./timeliness-section.ts";

/** One partner's report as a whole page. */
export function reportPage(pack: Pack): string {
  const { partner, network, readOn, asOf, contact } = pack;
  return privateReport(
    {
      title: `Data quality: ${partner.name}`,
      about: `${network}. Files read by ${dayText(readOn)}; figures count up to ${dayText(asOf)}.`,
      readers: `For ${partner.name} and the staff of the network only.`,
      closing: `All of it is in two files beside this page: findings.csv says what to look at, file by file and row by row; quality.csv has all the numbers. Questions: ${contact}.`,
    },
    sections(pack),
  );
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

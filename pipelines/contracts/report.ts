import { dayText } from "../amounts.ts";
import { privateReport } from "../private-report.ts";
import { earnedSection, notPayableSection, pendingSection } from "./claim-sections.ts";
import { leadSection } from "./lead-section.ts";
import { moneySections } from "./money-sections.ts";
import { progressSection } from "./progress-section.ts";
import type { Statement } from "./statement.ts";
import { termsSection } from "./terms-section.ts";

/** One contract's report as a whole page. */
export function reportPage(statement: Statement): string {
  const { contract, provider, network, asOf, readOn, contact } = statement;
  const page = {
    title: `Outcome contract: ${contract.title}`,
    about: `${network}. ${contract.payer} pays ${provider}, for outcomes from ${dayText(contract.starts_on)} to ${dayText(contract.ends_on)}. Files read by ${dayText(readOn)}; figures count up to ${dayText(asOf)}.`,
    readers: `For ${provider} and the staff of the network only.`,
    closing: `Three files beside this page have all of it: claims.csv every outcome of every episode, by the file and row of the episode; ledger.csv every payment and clawback so far; invoice.csv the sums by month. ${contract.source} Questions: ${contact}.`,
  };
  const sections = [
    leadSection(statement),
    progressSection(statement),
    earnedSection(statement),
    pendingSection(statement),
    notPayableSection(statement),
    ...moneySections(statement),
    termsSection(statement),
  ];
  return privateReport(
    page,
    sections.filter((each) => each !== null),
  );
}

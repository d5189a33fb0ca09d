import { credential } from "../contract/credential.ts";
import { service } from "../contract/service.ts";
import { type Evidence, type Outcome, type OutcomeContract, paidCents } from "./outcome-contract.ts";

/** The terms of an outcome as people read them. */
export interface OutcomeTerms {
  evidence: string;
  /** Title of the outcome that must come first, or null. */
  prerequisite: string | null;
  /** What is paid, in cents, from one day to another, both included and within the contract. */
  rates: readonly { from: string; to: string; paid_cents: number }[];
}

/** The words of an outcome's terms; amounts are those that are paid, the share of a component already taken. */
export function outcomeTerms(outcome: Outcome, contract: OutcomeContract): OutcomeTerms {
  const first = contract.outcomes.find(({ code }) => code === outcome.prerequisite);
  const { share_percent } = outcome;
  const share = share_percent < 100 ? ` Pays ${share_percent} percent of the component.` : "";
  return {
    evidence: `${evidenceWords(outcome.evidence)}${share}`,
    prerequisite: first?.title ?? null,
    rates: outcome.rates
      .map((rate) => ({ from: rate.from, to: rate.to ?? contract.ends_on, paid_cents: paidCents(outcome, rate) }))
      .toSorted((a, b) => a.from.localeCompare(b.from)),
  };
}

const plural = (number: number, one: string) => `${number} ${one}${number === 1 ? "" : "s"}`;
const serviceWords = (type: keyof typeof service.fields.type.codes) => service.fields.type.codes[type].toLowerCase();

/** What must be on record, in a sentence. */
function evidenceWords(evidence: Evidence): string {
  switch (evidence.kind) {
    case "hours_of_service":
      return `${plural(evidence.hours, "hour")} of service${evidence.service ? ` of the type “${serviceWords(evidence.service)}”` : ""} in the episode.`;
    case "job_held":
      return `A job held for ${plural(evidence.days, "day")}, begun in the episode or at most 90 days after it. Jobs at most 14 days apart count as one.`;
    case "certificate_earned":
      return `A certificate earned in the episode or at most 90 days after it${typeWords(evidence.types)}.`;
    case "levels_gained":
      return `A post-test at least ${plural(evidence.levels, "level")} above the first pre-test of the same subject.`;
    case "component_begun":
      return `A first service of the type “${serviceWords(evidence.service)}” in the episode.`;
    case "component_completed":
      return `The episode ended as completed, with a service of the type “${serviceWords(evidence.service)}” in it.`;
  }
}

const typeWords = (types: readonly (keyof typeof credential.fields.type.codes)[] | undefined) =>
  types
    ? `, of the type ${types.map((type) => `“${credential.fields.type.codes[type].toLowerCase()}”`).join(" or ")}`
    : "";

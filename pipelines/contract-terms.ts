import type { OutcomeContract } from "../models/contracts/outcome-contract.ts";
import { outcomeTerms } from "../models/contracts/outcome-terms.ts";
import type { Publication, PublishedContract, PublishedContractRate } from "../models/published.ts";

/** The terms of contracts as they are published; nothing of what came of them. */
export function contractTerms(contracts: readonly OutcomeContract[]): Pick<Publication, "contract" | "contract_rate"> {
  return { contract: contracts.map(contractText), contract_rate: contracts.flatMap(rateTexts) };
}

const contractText = ({
  id,
  title,
  provider,
  payer,
  programs,
  starts_on,
  ends_on,
  cap_cents,
  source,
}: OutcomeContract): PublishedContract => ({
  ...{ contract: id, title, partner_id: provider, payer, programs: programs.join(" ") },
  ...{ starts_on, ends_on, cap_cents, source },
});

function rateTexts(contract: OutcomeContract): PublishedContractRate[] {
  const rows = contract.outcomes.flatMap((outcome) => {
    const { evidence, prerequisite, rates } = outcomeTerms(outcome, contract);
    const { code, title, window_days, max_per_episode, target } = outcome;
    return rates.map(({ from, to, paid_cents }) => ({
      ...{ contract: contract.id, outcome: code, title, evidence, window_days, max_per_episode, prerequisite },
      ...{ target_payments: target?.payments ?? null, target_by: target?.by ?? null },
      ...{ effective_from: from, effective_to: to, paid_cents },
    }));
  });
  return rows.map((row, position) => ({ ...row, position }));
}

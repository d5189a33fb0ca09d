import type { Outcome, OutcomeContract } from "./outcome-contract.ts";

/** Something in the terms of a contract that contradicts the rest of them: where it stands, and a sentence. */
export interface TermMistake {
  where: readonly PropertyKey[];
  says: string;
}

/** What of a contract contradicts itself. */
export function contractMistakes(contract: OutcomeContract): TermMistake[] {
  const ends =
    contract.ends_on < contract.starts_on
      ? [{ where: ["ends_on"], says: `the contract ends before it starts, on ${contract.starts_on}` }]
      : [];
  return [...ends, ...contract.outcomes.flatMap((outcome, at) => outcomeMistakes(outcome, at, contract))];
}

function outcomeMistakes(outcome: Outcome, at: number, { outcomes }: OutcomeContract): TermMistake[] {
  const before = outcomes.slice(0, at).map(({ code }) => code);
  const say = (where: readonly PropertyKey[], says: string) => ({ where: ["outcomes", at, ...where], says });
  const twice = before.includes(outcome.code) ? [say(["code"], `outcome ${outcome.code} is named twice`)] : [];
  const { prerequisite } = outcome;
  const unknown =
    prerequisite !== undefined && !before.includes(prerequisite)
      ? [say(["prerequisite"], `${prerequisite} is not an outcome listed before this one`)]
      : [];
  return [...twice, ...unknown, ...rateMistakes(outcome, say)];
}

function rateMistakes(
  { rates, share_percent }: Outcome,
  say: (where: readonly PropertyKey[], says: string) => TermMistake,
) {
  return rates.flatMap((rate, at) => {
    const backwards = rate.to !== undefined && rate.to < rate.from;
    const clash = rates.slice(0, at).find((other) => overlap(rate, other));
    const isWhole = (rate.amount_cents * share_percent) % 100 === 0;
    return [
      ...(backwards ? [say(["rates", at, "to"], "the rate ends before it begins")] : []),
      ...(clash ? [say(["rates", at, "from"], `the rate from ${clash.from} is still in force then`)] : []),
      ...(isWhole ? [] : [say(["rates", at, "amount_cents"], `${share_percent} percent of it is not a whole cent`)]),
    ];
  });
}

type Dated = Outcome["rates"][number];

const overlap = (a: Dated, b: Dated) => a.from <= (b.to ?? FOREVER) && b.from <= (a.to ?? FOREVER);
const FOREVER = "9999-12-31";

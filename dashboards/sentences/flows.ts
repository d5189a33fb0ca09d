import { countWords } from "./numbers.ts";

/** A number of referrals from one partner to another that is shown, and all that the sender sent, null where that is not. */
export interface ShownFlow {
  from: string;
  to: string;
  value: number;
  all: number | null;
}

/** The flow with the largest number; none where nothing is shown. */
const largestOf = (flows: readonly ShownFlow[]) => flows.toSorted((a, b) => b.value - a.value)[0];

/** The finding of a matrix of flows: the largest number shown. */
export function flowsHeadline(flows: readonly ShownFlow[]): string {
  const most = largestOf(flows);
  if (most === undefined) return "Who sends people to whom: no number can be shown";
  return `The largest number shown is ${countWords(most.value)} referrals, from ${most.from} to ${most.to}`;
}

/** The same with the number it is a part of, and how many numbers there can be. */
export function flowsSentences(flows: readonly ShownFlow[], cells: number): string[] {
  const most = largestOf(flows);
  const part =
    most === undefined || most.all === null
      ? []
      : [`Of ${countWords(most.all)} referrals that ${most.from} sent, ${countWords(most.value)} went to ${most.to}.`];
  return [
    ...part,
    ...shownOf(flows.length, cells),
    "A person counts once for each referral; a partner refers nobody to itself (n/a).",
    "Partners stand in alphabetical order. A number says nothing about how well a partner serves people.",
  ];
}

function shownOf(shown: number, cells: number): string[] {
  if (shown === cells) return [];
  if (shown === 0) return ["Every number is withheld."];
  const some = `${countWords(shown)} of ${countWords(cells)} numbers are shown.`;
  return [some, "A withheld number may be zero, and it may be larger than one that is shown."];
}

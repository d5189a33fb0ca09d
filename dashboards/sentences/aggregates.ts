import { countWords, listWords } from "./numbers.ts";
import type { PeopleRange } from "./people-range.ts";
import { rangeWords } from "./people-range.ts";

/** An agency that sends totals only, with the people it counted to date; null where it shows no such count. */
export interface AgencyTotal {
  name: string;
  people: number | null;
}

/** How the people of agencies that send totals only stand beside the network's own: as a range, for nobody can tell who is in both. */
export function togetherSentences(agencies: readonly AgencyTotal[], network: PeopleRange | null): string[] {
  if (agencies.length === 0) return [];
  const names = listWords(agencies.map(({ name }) => name));
  const are = agencies.length === 1 ? "is an agency that sends" : "are agencies that send";
  const shown = agencies.flatMap(({ name, people }) => (people === null ? [] : [{ name, people }]));
  const said = shown.map(({ name, people }) => `${name} counted ${countWords(people)} people to date.`);
  const none = shown.length < agencies.length ? ["What the others counted is withheld or was not sent."] : [];
  return [
    `${names} ${are} totals only, because the law lets no record of the people served there leave, not even without names.`,
    "The figures of the other pages leave these people out.",
    ...(shown.length === 0 ? ["No number of people can be shown for them."] : [...said, ...none]),
    ...(network === null || shown.length === 0
      ? []
      : [
          together(
            shown.map(({ people }) => people),
            network,
          ),
        ]),
  ];
}

function together(counts: readonly number[], network: PeopleRange): string {
  const most = network.high + counts.reduce((sum, people) => sum + people, 0);
  const least = network.low === null ? null : Math.max(network.low, ...counts);
  return `Together with the people on the other pages they are ${rangeWords({ low: least, high: most })} different people: some may be counted at both, and nobody can tell how many.`;
}

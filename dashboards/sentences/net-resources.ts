import type { PublishedBenefitTurn } from "../../models/published.ts";
import { dollarWords } from "./dollars.ts";

const HOURS_A_YEAR = 2080;

const helpNames: Readonly<Record<PublishedBenefitTurn["program"], string>> = {
  cash: "cash assistance",
  food: "food assistance",
  child_care: "help with child care",
  housing: "help with rent",
  coverage: "health coverage",
};

const dollars = (amount: number) => dollarWords(amount, "dollars a quarter");

/** `$12,000 a year`, and in full-time work, `$5.77 an hour`. */
const wageWords = (earned: number) =>
  `${dollars(earned)} a year (${dollarWords(earned / HOURS_A_YEAR, "dollars an hour")} an hour, full time)`;

function cliffSentence({ from_earned, to_earned, lost, break_even, program }: PublishedBenefitTurn): string {
  const back =
    break_even === null
      ? "On this curve it does not get back to where it was."
      : `It is back where it was at ${wageWords(break_even)}.`;
  return `Cliff: when earnings rise from ${dollars(from_earned)} to ${dollars(to_earned)} a year, the household ends up with ${dollars(lost)} less, mostly for less ${helpNames[program]}. ${back}`;
}

function plateauSentence({ from_earned, to_earned, lost, program }: PublishedBenefitTurn): string {
  const kept = lost < 0 ? `only ${dollars(-lost)} more` : "no more";
  return `Plateau: from ${dollars(from_earned)} to ${dollars(to_earned)} a year, the household ends up with ${kept}, mostly for less ${helpNames[program]}.`;
}

/** What a stretch of the curve means for the household. */
export const turnSentence = (turn: PublishedBenefitTurn) =>
  turn.kind === "cliff" ? cliffSentence(turn) : plateauSentence(turn);

/** The finding: the deepest cliff, or that there is none. */
export function netResourcesHeadline(title: string, turns: readonly PublishedBenefitTurn[]): string {
  const cliffs = turns.filter(({ kind }) => kind === "cliff");
  const [deepest] = cliffs.toSorted((a, b) => b.lost - a.lost);
  if (deepest === undefined) {
    return turns.length === 0
      ? `Illustrative: for ${lower(title)}, each raise pays`
      : `Illustrative: for ${lower(title)}, no raise costs more than it brings, but some bring little`;
  }
  return `Illustrative: ${lower(title)} can lose ${dollars(deepest.lost)} a year by earning more than ${dollars(deepest.from_earned)}`;
}

const lower = (title: string) => `${title[0]?.toLowerCase() ?? ""}${title.slice(1)}`;

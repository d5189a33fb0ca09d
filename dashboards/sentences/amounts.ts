import type { PublishedSumWords } from "../../models/published.ts";
import { dollarWords } from "./dollars.ts";
import { countWords } from "./numbers.ts";

type Unit = PublishedSumWords["unit"];

/** A sum as people write it: `$390,800` or `17,810 hours`. */
export const amountWords = (amount: number, unit: Unit) =>
  unit === "dollars" ? dollarWords(amount, "dollars a quarter") : `${countWords(amount)} hours`;

/** What one person had of a sum on average, in whole dollars or tenths of an hour: `$84` or `3.8 hours`. */
export const averageWords = (amount: number, people: number, unit: Unit) =>
  unit === "dollars"
    ? dollarWords(Math.round(amount / people), "dollars a quarter")
    : `${(Math.round((amount / people) * 10) / 10).toFixed(1)} hours`;

/** `$84`, or `$70 to $84` where the number of people is a range. */
export function dollarsEach(amount: number, { low, high }: { low: number | null; high: number }): string {
  const [least, most] = [high, low ?? high].map((people) => averageWords(amount, people, "dollars"));
  return least === most ? least! : `${least} to ${most}`;
}

/** What a cost per outcome does not say. */
export const costNotes: readonly string[] = [
  "These are direct costs as partners record them with a service: rent, the pay of managers and whatever nobody recorded are not among them.",
  "Dollars are of partners that send services, people and outcomes of all partners that report them; some of the money went to people whose outcome is still to come.",
  "All of the dollars are set against each row, so the rows must not be added up.",
  "A cost for each outcome does not say that the money brought the outcome about: some people would have got there without it.",
];

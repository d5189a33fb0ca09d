import type { PublishedMedianWords } from "../../models/published.ts";

type Unit = PublishedMedianWords["unit"];

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const cents = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** An amount as people write it: `$4,210` in a quarter, `$1.20` in an hour, `−$0.50` where it is a loss. */
export function dollarWords(amount: number, unit: Unit): string {
  const size = unit === "dollars an hour" ? cents.format(Math.abs(amount)) : whole.format(Math.abs(amount));
  return `${amount < 0 ? "−" : ""}$${size}`;
}

/** `$3,900 to $4,600`; both ends once where they are the same. */
export function dollarRange(low: number, high: number, unit: Unit): string {
  return low === high ? dollarWords(low, unit) : `${dollarWords(low, unit)} to ${dollarWords(high, unit)}`;
}

/** An amount on an axis, without cents where there are none. */
export const dollarTick = (amount: number) =>
  `${amount < 0 ? "−" : ""}$${Number.isInteger(amount) ? whole.format(Math.abs(amount)) : cents.format(Math.abs(amount))}`;

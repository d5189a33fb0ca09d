/** Cents as they are read: $1,234.50, with a minus before a clawback. */
export function dollars(cents: number): string {
  const amount = (Math.abs(cents) / 100).toLocaleString("en-US", { minimumFractionDigits: 2 });
  return `${cents < 0 ? "−" : ""}$${amount}`;
}

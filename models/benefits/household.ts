/** A made-up family: who lives together, where, and what it pays. Money is in cents a month. */
export interface Household {
  state: "TN" | "MN" | "MA";
  adults: number;
  children: number;
  /** Rent with utilities. */
  shelter: number;
  /** The full price of child care; 0 where none is needed. */
  childCare: number;
  /** What health coverage of the adults is counted as. */
  coverage: number;
  /** Whether it has a housing voucher. */
  voucher: boolean;
}

/** How many people live together. */
export const sizeOf = ({ adults, children }: Pick<Household, "adults" | "children">) => adults + children;

/** The amount for a household of a size, from a list that begins with one person; throws beyond its end. */
export function bySize(amounts: readonly number[], size: number): number {
  const amount = amounts[size - 1];
  if (amount === undefined) throw new Error(`no amount for a household of ${size}`);
  return amount;
}

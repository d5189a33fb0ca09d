/** The cells `totals` add up to the same as the cells `of`; both hold positions in `RelationSystem.cells`. */
export interface Relation {
  /** What adds up to what, for messages. */
  says: string;
  totals: readonly number[];
  of: readonly number[];
  /** The partner each cell of `of` belongs to, null in a relation whose cells have no owner. */
  owners: readonly string[] | null;
  /** True when the cells `of` belong to two or more partners, each of whom knows its own numbers. */
  spansPartners: boolean;
  /** True for what only somebody knows who has kept earlier releases. */
  overTime?: true;
}

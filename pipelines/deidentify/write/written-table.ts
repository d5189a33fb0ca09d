/** A table as it leaves: all of it text, an empty cell where there is nothing. */
export interface WrittenTable {
  /** The sheet it is to be in, where one was agreed. */
  sheet: string | undefined;
  header: readonly string[];
  rows: AsyncIterable<readonly string[]>;
}

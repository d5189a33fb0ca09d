/** A cell longer than this names no column. */
const LONGEST = 100;
const TOKEN_OR_DAY = /^v\d+:|^\d{4}-\d\d|^\d{1,2}-\p{L}{3}-\d{4}$|@/u;

/**
 * Of the rows a table begins with, the place of the one that most likely names its columns: it has the most different cells that can be
 * names, and is the first of several that have as many; -1 when all are blank.
 */
export function likelyHeader(rows: readonly (readonly string[])[]): number {
  const said = timesSaid(rows);
  let [best, most] = [rows.findIndex((row) => row.some((cell) => cell !== "")), 0];
  for (const [at, row] of rows.entries()) {
    const names = new Set(row.filter((cell) => canBeName(cell) && said.get(cell) === 1)).size;
    if (names > most) [best, most] = [at, names];
  }
  return best;
}

const canBeName = (cell: string) => cell.length <= LONGEST && /\p{L}/u.test(cell) && !TOKEN_OR_DAY.test(cell);

/** In how many different rows each cell stands: what comes again in another is a word of the data. */
function timesSaid(rows: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const different = new Map(rows.map((row) => [row.join("\u001f"), new Set(row)]));
  const said = new Map<string, number>();
  for (const row of different.values()) for (const cell of row) said.set(cell, (said.get(cell) ?? 0) + 1);
  return said;
}

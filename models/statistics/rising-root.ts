/** Where a rising function reaches `value` between `low` and `high`; the nearer end when it does not reach it there. */
export function risingRoot(rising: (x: number) => number, value: number, low: number, high: number): number {
  let [from, to] = [low, high];
  for (let halvings = 0; halvings < 200; halvings++) {
    const middle = (from + to) / 2;
    if (middle <= from || middle >= to) break;
    if (rising(middle) < value) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

import type { RowReason } from "./row-reasons.ts";

/** Reasons of several lists, each in the order of its rows, in that order; those that say the same of a row once. */
export function* mergedReasons(lists: readonly Iterable<RowReason>[]): Generator<RowReason> {
  const heads = lists.map((list) => {
    const reasons = list[Symbol.iterator]();
    return { reasons, next: reasons.next().value as RowReason | undefined };
  });
  for (;;) {
    const row = Math.min(...heads.flatMap(({ next }) => (next ? [next.row] : [])));
    if (row === Number.POSITIVE_INFINITY) return;
    const said = new Set<string>();
    for (const head of heads)
      for (; head.next?.row === row; head.next = head.reasons.next().value as RowReason | undefined) {
        const says = JSON.stringify(head.next);
        if (!said.has(says)) yield head.next;
        said.add(says);
      }
  }
}

import type { Receipt } from "../receive/receipt.ts";

/** Records of one kind that a feed had and would have. */
export interface Loss {
  record: string;
  before: number;
  now: number;
}

/** The record kinds of which a full snapshot would leave less than a share of what is in use. */
export function shrunken(share: number, before: readonly Receipt[], now: readonly Receipt[]): Loss[] {
  const is = recordsOf(now);
  return [...recordsOf(before)]
    .map(([record, count]) => ({ record, before: count, now: is.get(record) ?? 0 }))
    .filter((loss) => loss.now < share * loss.before);
}

function recordsOf(receipts: readonly Receipt[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { record, accepted } of receipts.flatMap(({ converted }) => converted))
    counts.set(record, (counts.get(record) ?? 0) + accepted);
  return counts;
}

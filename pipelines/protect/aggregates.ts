import type { Protected, PublishedAggregateCell, PublishedCell } from "../../models/published.ts";
import { addressOf } from "../../models/relations/cell.ts";
import type { Structure } from "../../models/relations/structure.ts";
import { publishable } from "./publishable.ts";

/** A count as an agency made it. */
type Count = Omit<PublishedCell, keyof Protected>;

/**
 * An agency's counts as they may be published: groups it says nothing of beside others of the same slice are withheld with these.
 * Throws on a count below the threshold, which the door lets nobody bring in.
 */
export function publishableCounts(
  partner_id: string,
  counts: readonly Count[],
  groups: NonNullable<Structure["groups"]>,
  threshold: number,
): PublishedAggregateCell[] {
  const small = counts.find(({ value }) => value !== null && value < threshold);
  if (small) throw new Error(`a count below the threshold at ${partner_id}: ${addressOf(small)}`);
  const known = new Set(counts.map(addressOf));
  const silent = counts.flatMap((count) =>
    (groups[count.slice as keyof typeof groups] ?? []).map(
      (member): Count => ({ ...count, member, status: "withheld", value: null }),
    ),
  );
  const all = [...counts, ...silent.filter((count) => !known.has(addressOf(count)) && known.add(addressOf(count)))];
  return all
    .map((count) => publishable<PublishedAggregateCell>({ ...count, partner_id }))
    .sort((a, b) => (addressOf(a) < addressOf(b) ? -1 : 1));
}

import { isGroupSlice } from "../figure-key.ts";
import type { Measure } from "../measures/measure.ts";

/**
 * A measure as an agency may count it by itself: for all its people and by what is known of them, but not by where they live, and
 * without the parts that only linking across partners gives. Null for measures that only the network can make.
 */
export function countable(measure: Measure): Measure | null {
  const shape = measure.shape.filter(({ slice }) => slice === "network" || (isGroupSlice(slice) && slice !== "county"));
  const linking = new Set(measure.kind.parts.flatMap(({ id, needsLinkage }) => (needsLinkage ? [id] : [])));
  const isNetworks = measure.offeredIf !== undefined || measure.kind.parts.some(({ knownTo }) => knownTo);
  if (shape.length === 0 || isNetworks) return null;
  const split = measure.kind.identities.filter(({ of }) => of.some((part) => linking.has(part)));
  const left = new Set(split.flatMap(({ of }) => of));
  const { medians: _, sums: _s, standardised: _t, ...rest } = measure;
  const kind = {
    ...measure.kind,
    parts: measure.kind.parts.filter(({ id }) => !left.has(id)),
    identities: measure.kind.identities.filter((identity) => !split.includes(identity)),
  };
  return { ...rest, shape, kind };
}

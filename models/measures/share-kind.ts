import type { MeasureKind, RateWords } from "./measure.ts";
import type { Population } from "./population.ts";

/** What readers are told of one part. */
export interface PartWords {
  id: string;
  title: string;
  means: string;
  population?: Population;
  within?: Population;
}

/** The words of a share and of its three parts. */
interface ShareWords extends RateWords {
  base: PartWords;
  met: PartWords;
  unmet: PartWords;
}

/** A share of the measure's rows: those whose column `met` is true. A row is met or unmet, never neither. */
export function shareKind({ base, met, unmet, ...words }: ShareWords) {
  return {
    kind: "share" as const,
    base: base.id,
    parts: [
      { ...base, when: "true", printed: true },
      { ...met, when: "met", printed: true },
      { ...unmet, when: "not met", printed: true },
    ],
    identities: [{ total: base.id, of: [met.id, unmet.id] }],
    rates: [{ id: met.id, title: met.title, numerator: met.id, denominator: base.id, ...words }],
  } satisfies Omit<MeasureKind, "kind"> & { kind: "share" };
}

import type { Lens } from "./lens.ts";

/** An assessment instrument in one dated version: which domains its form asks about. */
export interface Instrument {
  id: string;
  title: string;
  source: string;
  /** Instruments of one family have one scale and the same canonical domains, so that their scores can be compared. */
  family: "arizona" | "isat";
  /** Day of the version, or null where its source names none. */
  dated: string | null;
  /** True when the names of its domains stand in for those that a network has to supply. */
  illustrative?: true;
  domains: readonly string[];
}

/** One domain of life, with the lens of social determinants the project puts it in; null where no lens fits. */
export interface Domain {
  id: string;
  title: string;
  lens: Lens | null;
  /** What partners call its column or the area of life: plain lower-case words, with commas between the names. */
  aliases?: string;
}

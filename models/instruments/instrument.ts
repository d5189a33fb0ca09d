/** An assessment instrument in one dated version: which domains its form asks about. */
export interface Instrument {
  id: string;
  title: string;
  source: string;
  domains: readonly string[];
}

/** One domain of life, with the lens of social determinants it belongs to. */
export interface Domain {
  id: string;
  title: string;
  lens: string;
}

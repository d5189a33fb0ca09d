/** Whom some counts are about: the same ones wherever they are counted at the same partners, in every measure. */
export interface Population {
  id: string;
  /** A larger population that has all of them to date, though by another day. */
  toDateWithin?: Population;
}

/** Episodes of adults and unaccompanied youth by the day they began. */
export const adultsByEntry: Population = { id: "adults by entry" };

/** Of these the episodes that nobody assessed near entry. */
export const adultsWithoutBaseline: Population = { id: "adults by entry without a baseline" };

/** Episodes of adults and unaccompanied youth that have ended, by the day they did, but for those who left for an institution or died. */
export const adultsByExit: Population = { id: "adults by exit", toDateWithin: adultsByEntry };

/** Of these the episodes in which a certificate was earned by a year after exit. */
export const certifiedByExit: Population = { id: "adults by exit with a certificate" };

/** Episodes in which a placement began, by its first day. */
export const adultsByPlacement: Population = { id: "adults by placement", toDateWithin: adultsByEntry };

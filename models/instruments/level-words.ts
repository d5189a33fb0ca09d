/** What forms write for the levels of the matrix, in plain lower-case words with commas between them; two look like "not applicable" and are the lowest level. */
export const levelWords: Readonly<Record<1 | 2 | 3 | 4 | 5, string>> = {
  1: "in crisis, crisis, not applicable due to crisis situation in survival mode, not applicable due to crisis situation",
  2: "vulnerable, at risk",
  3: "safe",
  4: "building capacity, stable, building",
  5: "empowered, thriving, self sufficient",
};

/** Cells that mean a domain does not apply to the person, in plain words: compared whole, never as the beginning of a longer text. */
export const notApplicableWords = "0, na, n a, not applicable, does not apply, no aplica";

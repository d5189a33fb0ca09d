/** The eight lenses of the social determinants of health, in the order and the words of Pathways to Prosperity and Well-Being. */
export const lenses = [
  "Environmental Health",
  "Housing Stability",
  "Food & Nutrition",
  "Employment & Income Stability",
  "Transportation",
  "Safety",
  "Education",
  "Health & Well-being",
] as const;
export type Lens = (typeof lenses)[number];

/** What a family can be referred for, as the contract names it. */
export type Need =
  | "housing"
  | "food"
  | "employment"
  | "education"
  | "childcare"
  | "health"
  | "transportation"
  | "legal"
  | "utilities"
  | "other";

/** How often families are referred for each need. */
export const needWeights: Readonly<Record<Need, number>> = {
  housing: 20,
  food: 17,
  employment: 14,
  education: 8,
  childcare: 9,
  health: 10,
  transportation: 7,
  legal: 5,
  utilities: 8,
  other: 2,
};

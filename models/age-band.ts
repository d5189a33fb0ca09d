/** Bands of ages in whole years at a person's first entry, youngest first; each reaches to the year before the next. */
export const ageBands = [
  { id: "under_18", title: "Under 18", from: 0 },
  { id: "18_to_24", title: "18 to 24", from: 18 },
  { id: "25_to_34", title: "25 to 34", from: 25 },
  { id: "35_to_44", title: "35 to 44", from: 35 },
  { id: "45_to_54", title: "45 to 54", from: 45 },
  { id: "55_to_64", title: "55 to 64", from: 55 },
  { id: "65_and_over", title: "65 and over", from: 65 },
] as const;

import type { Domain, Instrument } from "./instrument.ts";

/**
 * Fourteen domains that stand in for those of the ISAT, whose names are in no public source: illustrative until a network supplies its
 * own. Their codes are apart from those of the matrix, because the scale of the ISAT is not known to be the same.
 */
export const isatDomains: readonly Domain[] = [
  { id: "isat_housing", title: "Housing (illustrative)", lens: "Housing Stability" },
  { id: "isat_surroundings", title: "Home and surroundings (illustrative)", lens: "Environmental Health" },
  { id: "isat_food", title: "Food (illustrative)", lens: "Food & Nutrition" },
  { id: "isat_work", title: "Work (illustrative)", lens: "Employment & Income Stability" },
  { id: "isat_money", title: "Money (illustrative)", lens: "Employment & Income Stability" },
  { id: "isat_transport", title: "Getting around (illustrative)", lens: "Transportation" },
  { id: "isat_safety", title: "Safety (illustrative)", lens: "Safety" },
  { id: "isat_legal", title: "Legal matters (illustrative)", lens: "Safety" },
  { id: "isat_learning", title: "Learning (illustrative)", lens: "Education" },
  { id: "isat_children", title: "Children (illustrative)", lens: "Education" },
  { id: "isat_body", title: "Physical health (illustrative)", lens: "Health & Well-being" },
  { id: "isat_mind", title: "Mental health (illustrative)", lens: "Health & Well-being" },
  { id: "isat_relations", title: "Family and friends (illustrative)", lens: "Health & Well-being" },
  { id: "isat_culture", title: "Culture and faith (illustrative)", lens: null },
];

/** The Integrated Services Assessment Tool: 14 domains of life are confirmed, their names and scale are not. */
export const isat: Instrument = {
  id: "isat",
  title: "Integrated Services Assessment Tool (illustrative domains)",
  source:
    "Future Services Institute, University of Minnesota: a booklet of 14 life domains; the names here are the project's own, until the network supplies those of the booklet",
  family: "isat",
  dated: null,
  illustrative: true,
  domains: isatDomains.map(({ id }) => id),
};

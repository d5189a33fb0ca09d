import type { Domain, Instrument } from "./instrument.ts";

/** The 18 canonical domains, in the order of the widely used form. */
export const arizonaDomains: readonly Domain[] = [
  { id: "housing", title: "Housing", lens: "Housing Stability" },
  { id: "employment", title: "Employment", lens: "Employment & Income Stability" },
  { id: "income", title: "Income", lens: "Employment & Income Stability" },
  { id: "food", title: "Food", lens: "Food & Nutrition" },
  { id: "childcare", title: "Child care", lens: "Education" },
  { id: "child_education", title: "Children's education", lens: "Education" },
  { id: "adult_education", title: "Adult education", lens: "Education" },
  { id: "health_care", title: "Health care coverage", lens: "Health & Well-being" },
  { id: "life_skills", title: "Life skills", lens: "Education" },
  { id: "family_relations", title: "Family and social relations", lens: "Health & Well-being" },
  { id: "mobility", title: "Mobility", lens: "Transportation" },
  { id: "community", title: "Community involvement", lens: "Health & Well-being" },
  { id: "parenting", title: "Parenting skills", lens: "Education" },
  { id: "legal", title: "Legal", lens: "Safety" },
  { id: "mental_health", title: "Mental health", lens: "Health & Well-being" },
  { id: "substance_abuse", title: "Substance use", lens: "Health & Well-being" },
  { id: "safety", title: "Safety", lens: "Safety" },
  { id: "disabilities", title: "Disabilities", lens: "Health & Well-being" },
];

const added = new Set(["parenting", "safety", "disabilities"]);

/** The form of the Arizona Statewide Program Evaluation Project, 13 March 2006: 15 domains. */
export const azSsm15: Instrument = {
  id: "az-ssm-15",
  title: "Arizona Self-Sufficiency Matrix, 2006 (15 domains)",
  source: "Arizona Statewide Program Evaluation Project, 13 March 2006",
  family: "arizona",
  dated: "2006-03-13",
  domains: arizonaDomains.map((domain) => domain.id).filter((id) => !added.has(id)),
};

/** The widely used form: the 15 domains of 2006 with parenting skills, safety and disabilities. */
export const azSsm18: Instrument = {
  id: "az-ssm-18",
  title: "Arizona Self-Sufficiency Matrix (18 domains)",
  source: "Arizona Self-Sufficiency Matrix, initial / interim / exit form",
  family: "arizona",
  dated: null,
  domains: arizonaDomains.map((domain) => domain.id),
};

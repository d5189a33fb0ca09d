import type { Domain, Instrument } from "./instrument.ts";

/** The 18 canonical domains, in the order of the widely used form. */
export const arizonaDomains: readonly Domain[] = [
  {
    id: "housing",
    title: "Housing",
    lens: "Housing Stability",
    aliases: "shelter, shelter housing, area of housing, vivienda",
  },
  { id: "employment", title: "Employment", lens: "Employment & Income Stability", aliases: "work, job, empleo" },
  { id: "income", title: "Income", lens: "Employment & Income Stability", aliases: "finances, money, ingresos" },
  { id: "food", title: "Food", lens: "Food & Nutrition", aliases: "food and nutrition, nutrition, alimentos" },
  { id: "childcare", title: "Child care", lens: "Education", aliases: "child care, cuidado infantil" },
  {
    id: "child_education",
    title: "Children's education",
    lens: "Education",
    aliases: "childrens education, children education, child education, child ed, school of the children, school",
  },
  {
    id: "adult_education",
    title: "Adult education",
    lens: "Education",
    aliases: "adult education, adult ed, own education, education",
  },
  {
    id: "health_care",
    title: "Health care coverage",
    lens: "Health & Well-being",
    aliases: "health care, healthcare, health coverage, health care coverage, health insurance, health",
  },
  { id: "life_skills", title: "Life skills", lens: "Education", aliases: "life skills" },
  {
    id: "family_relations",
    title: "Family and social relations",
    lens: "Health & Well-being",
    aliases: "family relations, family social relations, family, family and friends, social relations",
  },
  {
    id: "mobility",
    title: "Mobility",
    lens: "Transportation",
    aliases: "transportation, getting around, transport, transit",
  },
  {
    id: "community",
    title: "Community involvement",
    lens: "Health & Well-being",
    aliases: "community involvement, involvement",
  },
  { id: "parenting", title: "Parenting skills", lens: "Education", aliases: "parenting skills, parenting" },
  { id: "legal", title: "Legal", lens: "Safety", aliases: "legal matters, legal issues" },
  { id: "mental_health", title: "Mental health", lens: "Health & Well-being", aliases: "mental health" },
  {
    id: "substance_abuse",
    title: "Substance use",
    lens: "Health & Well-being",
    aliases: "substance abuse, substance use, substance, drugs and alcohol",
  },
  { id: "safety", title: "Safety", lens: "Safety", aliases: "personal safety" },
  { id: "disabilities", title: "Disabilities", lens: "Health & Well-being", aliases: "disability" },
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

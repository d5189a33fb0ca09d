import { arizonaDomains } from "./arizona.ts";
import type { Domain, Instrument } from "./instrument.ts";

/** Domains that only the health variant asks about; benefits, risk and use of time are in no lens the project could name. */
export const healthDomains: readonly Domain[] = [
  { id: "benefits", title: "Benefits", lens: null },
  {
    id: "physical_health",
    title: "Physical health",
    lens: "Health & Well-being",
    aliases: "physical health, physical",
  },
  { id: "criminal", title: "Criminal justice", lens: "Safety", aliases: "criminal justice" },
  { id: "risk", title: "Risk", lens: null, aliases: "risk behavior" },
  { id: "time", title: "Use of time", lens: null, aliases: "use of time, time management" },
];

/** The canonical domain of each column of the variant whose name is not already one. */
export const healthColumns: Readonly<Record<string, string>> = {
  education: "adult_education",
  life: "life_skills",
  healthcare: "health_care",
  family: "family_relations",
};

const unasked = new Set(["childcare", "child_education", "parenting"]);

/** The Boston health variant: 20 domains, its levels in crisis, vulnerable, safe, stable, thriving; 0 there is never a level. */
export const azSsm20: Instrument = {
  id: "az-ssm-20",
  title: "Arizona Self-Sufficiency Matrix, Boston health variant (20 domains)",
  source: "Green River, hmis-warehouse, table self_sufficiency_matrix_forms",
  family: "arizona",
  dated: null,
  domains: [
    ...arizonaDomains.map(({ id }) => id).filter((id) => !unasked.has(id)),
    ...healthDomains.map(({ id }) => id),
  ],
};

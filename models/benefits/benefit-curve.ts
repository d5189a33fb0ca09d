import type { Household } from "./household.ts";
import { type BenefitRules, netResources, type Program, programs } from "./net-resources.ts";

/** One point of the curve, in whole dollars a year. */
export interface CurvePoint {
  earned: number;
  net: number;
  help: Readonly<Record<Program, number>>;
}

const yearly = (monthlyCents: number) => Math.round((monthlyCents * 12) / 100);

/** What a family has in a year at every level of earnings of a grid that begins with none; `highest` and `step` in dollars a year. */
export function benefitCurve(
  rules: BenefitRules,
  household: Household,
  { highest, step }: { highest: number; step: number },
): CurvePoint[] {
  return Array.from({ length: Math.floor(highest / step) + 1 }, (_, i) => {
    const earned = i * step;
    const { net, help } = netResources(rules, household, (earned * 100) / 12);
    const amounts = programs.map((program) => [program, yearly(help[program])] as const);
    return { earned, net: yearly(net), help: Object.fromEntries(amounts) as Record<Program, number> };
  });
}

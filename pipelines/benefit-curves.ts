import { curveDay, curveGrid, type Family, families } from "../data/reference/benefits/families.ts";
import { benefitTables } from "../data/reference/benefits/rules.ts";
import { benefitCurve, type CurvePoint } from "../models/benefits/benefit-curve.ts";
import { type BenefitRules, programs, rulesOn } from "../models/benefits/net-resources.ts";
import { turnsOf } from "../models/benefits/turns.ts";
import type {
  Publication,
  PublishedBenefitFamily,
  PublishedBenefitPoint,
  PublishedBenefitRule,
  PublishedBenefitTurn,
} from "../models/published.ts";

/** The tables of the publication on benefits. They are worked out from public rules and made-up families: no record of a person goes in. */
export type BenefitWords = Pick<Publication, "benefit_family" | "benefit_curve" | "benefit_turn" | "benefit_rule">;

const titles: Readonly<Record<keyof BenefitRules, string>> = {
  povertyLine: "Poverty line",
  payrollTax: "Payroll tax",
  snap: "SNAP (food)",
  familiesFirst: "Families First (cash, Tennessee)",
  mfip: "MFIP (cash and food, Minnesota)",
  tafdc: "TAFDC (cash, Massachusetts)",
  childCare: "Child care assistance (Tennessee)",
  voucher: "Housing choice voucher",
  medicaid: "Medicaid of adults",
};

const pointOf = (family: string, { earned, net, help }: CurvePoint): PublishedBenefitPoint => ({
  ...{ family, earned, net },
  help: programs.reduce((sum, program) => sum + help[program], 0),
});

const turnRows = (family: string, curve: readonly CurvePoint[]) =>
  turnsOf(curve).map(
    ({ kind, from, to, lost, breakEven, program }, position): PublishedBenefitTurn => ({
      ...{ family, kind, position, lost, program },
      ...{ from_earned: from, to_earned: to, break_even: breakEven },
    }),
  );

const familyRow = ({ id, title, assumed }: Family, position: number): PublishedBenefitFamily => ({
  ...{ family: id, title, assumed, rules_of: curveDay, position },
});

const ruleRows = (rules: BenefitRules) =>
  (Object.keys(titles) as (keyof BenefitRules)[]).map((program, position): PublishedBenefitRule => {
    const { from, source, checked } = rules[program];
    return { program, title: titles[program], effective_from: from, source, checked, position };
  });

/** The illustrative curves of all families, with their cliffs and plateaus and the rules behind them. */
export function benefitCurves(): BenefitWords {
  const rules = rulesOn(benefitTables, curveDay);
  const curves = families.map((family) => ({ id: family.id, curve: benefitCurve(rules, family, curveGrid) }));
  return {
    benefit_family: families.map(familyRow),
    benefit_curve: curves.flatMap(({ id, curve }) => curve.map((point) => pointOf(id, point))),
    benefit_turn: curves.flatMap(({ id, curve }) => turnRows(id, curve)),
    benefit_rule: ruleRows(rules),
  };
}

import { type ChildCareRules, childCareHelp } from "./child-care.ts";
import { type Dated, inForce } from "./dated.ts";
import { type FamiliesFirstRules, familiesFirstGrant } from "./families-first.ts";
import { type Household, sizeOf } from "./household.ts";
import { type VoucherRules, voucherPayment } from "./housing-voucher.ts";
import { type MedicaidRules, medicaidValue } from "./medicaid.ts";
import { type MfipRules, mfipBenefit } from "./mfip.ts";
import type { PovertyLine } from "./poverty-line.ts";
import { type SnapRules, snapBenefit } from "./snap.ts";
import { type TafdcRules, tafdcGrant } from "./tafdc.ts";

/** Social Security and Medicare: the share of wages that a worker pays. */
export interface PayrollTax extends Dated {
  rate: number;
}

/** The rules of every program, each of one day. */
export interface BenefitRules {
  povertyLine: PovertyLine;
  payrollTax: PayrollTax;
  snap: SnapRules;
  familiesFirst: FamiliesFirstRules;
  mfip: MfipRules;
  tafdc: TafdcRules;
  childCare: ChildCareRules;
  voucher: VoucherRules;
  medicaid: MedicaidRules;
}

export type BenefitTables = { readonly [Program in keyof BenefitRules]: readonly BenefitRules[Program][] };

/** What a family may receive, by the kind of help. */
export const programs = ["cash", "food", "child_care", "housing", "coverage"] as const;
export type Program = (typeof programs)[number];

/** What a family has at one level of earnings; cents a month. */
export interface Resources {
  net: number;
  help: Readonly<Record<Program, number>>;
}

/** Of every program the rules that hold on a day. */
export function rulesOn(tables: BenefitTables, day: string): BenefitRules {
  return {
    povertyLine: inForce(tables.povertyLine, day),
    payrollTax: inForce(tables.payrollTax, day),
    snap: inForce(tables.snap, day),
    familiesFirst: inForce(tables.familiesFirst, day),
    mfip: inForce(tables.mfip, day),
    tafdc: inForce(tables.tafdc, day),
    childCare: inForce(tables.childCare, day),
    voucher: inForce(tables.voucher, day),
    medicaid: inForce(tables.medicaid, day),
  };
}

function cashOf(rules: BenefitRules, of: Household, earned: number, copay: number): { cash: number; food: number } {
  const family = { size: sizeOf(of), children: of.children, earned };
  if (of.state === "MN") return mfipBenefit(rules.mfip, family);
  if (of.state === "MA") return { cash: tafdcGrant(rules.tafdc, rules.povertyLine, family), food: 0 };
  return { cash: familiesFirstGrant(rules.familiesFirst, { ...family, childCare: copay }), food: 0 };
}

/** Earnings less payroll tax, with all help, less rent, utilities and child care; income tax and its credits are left out. */
export function netResources(rules: BenefitRules, of: Household, earned: number): Resources {
  const size = sizeOf(of);
  const child_care = of.state === "TN" ? childCareHelp(rules.childCare, { size, earned, childCare: of.childCare }) : 0;
  const copay = of.childCare - child_care;
  const grant = cashOf(rules, of, earned, copay);
  const income = earned + grant.cash;
  const { children, shelter } = of;
  const housing = of.voucher ? voucherPayment(rules.voucher, { children, income, childCare: copay, shelter }) : 0;
  const snap = {
    state: of.state,
    size,
    earned,
    unearned: grant.cash,
    dependentCare: copay,
    shelter: shelter - housing,
  };
  const help = {
    cash: grant.cash,
    food: grant.food > 0 ? grant.food : snapBenefit(rules.snap, snap),
    child_care,
    housing,
    coverage: medicaidValue(rules.medicaid, rules.povertyLine, of, earned),
  };
  const received = programs.reduce((sum, program) => sum + help[program], 0);
  return { net: earned * (1 - rules.payrollTax.rate) + received - shelter - of.childCare, help };
}

import type { Household } from "../../../models/benefits/household.ts";

/** A made-up family with the words that say what was assumed of it. */
export interface Family extends Household {
  id: string;
  title: string;
  assumed: string;
}

/** The day whose rules the curves use. */
export const curveDay = "2026-02-01";

/** Dollars a year. */
export const curveGrid = { highest: 90_000, step: 1_000 } as const;

const coverage = 45_000;

/** Illustrative: rents, prices of child care and the worth of coverage were made up on 22 November 2026. Cents a month. */
export const families: readonly Family[] = [
  {
    ...{ id: "tn-parent", title: "A parent with two children in Tennessee", state: "TN", adults: 1, children: 2 },
    ...{ shelter: 135_000, childCare: 110_000, coverage, voucher: false },
    assumed:
      "Rent and utilities of $1,350 and child care of $1,100 a month; TennCare of the parent counts as $450 a month; no housing voucher.",
  },
  {
    ...{ id: "tn-adult", title: "One adult in Tennessee with a housing voucher", state: "TN", adults: 1, children: 0 },
    ...{ shelter: 110_000, childCare: 0, coverage, voucher: true },
    assumed: "Rent and utilities of $1,100 a month; Tennessee has no Medicaid for adults without children.",
  },
  {
    ...{ id: "mn-parent", title: "A parent with two children in Minnesota", state: "MN", adults: 1, children: 2 },
    ...{ shelter: 145_000, childCare: 0, coverage, voucher: true },
    assumed:
      "Rent and utilities of $1,450 a month with a housing voucher; both children are at school; Medical Assistance of the parent counts as $450 a month.",
  },
  {
    ...{ id: "ma-parent", title: "A parent with two children in Massachusetts", state: "MA", adults: 1, children: 2 },
    ...{ shelter: 180_000, childCare: 0, coverage, voucher: false },
    assumed:
      "Rent and utilities of $1,800 a month; both children are at school; the first six months of a job, while the cash grant leaves earnings out; MassHealth of the parent counts as $450 a month.",
  },
];

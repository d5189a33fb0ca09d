import { expect, test } from "vitest";
import { benefitTables } from "../../data/reference/benefits/rules.ts";
import { voucherPayment } from "../../models/benefits/housing-voucher.ts";

test("a voucher pays the rent less 30 percent of adjusted or 10 percent of gross income or 50 dollars, whichever is most", () => {
  const payment = (income: number, childCare = 0) =>
    voucherPayment(benefitTables.voucher[1]!, { children: 2, income, childCare, shelter: 100_000 });
  expect(payment(0)).toBe(95_000);
  // 2,000 − 2 × 500 / 12 = 1,916.67; 30 % is 575
  expect(payment(200_000)).toBeCloseTo(42_500, 6);
  // child care of 1,800 leaves 116.67, 30 % of it is 35; 10 % of 2,000 is 200
  expect(payment(200_000, 180_000)).toBe(80_000);
  expect(payment(400_000)).toBe(0);
});

import type { BenefitTables } from "../../../models/benefits/net-resources.ts";
import { childCare } from "./child-care.ts";
import { familiesFirst } from "./families-first.ts";
import { medicaid } from "./medicaid.ts";
import { mfip } from "./mfip.ts";
import { payrollTax } from "./payroll-tax.ts";
import { povertyLine } from "./poverty-line.ts";
import { snap } from "./snap.ts";
import { tafdc } from "./tafdc.ts";
import { voucher } from "./voucher.ts";

/** The dated rules of every program that the curves are made with. */
export const benefitTables: BenefitTables = {
  povertyLine,
  payrollTax,
  snap,
  familiesFirst,
  mfip,
  tafdc,
  childCare,
  voucher,
  medicaid,
};

import type { PayrollTax } from "../../../models/benefits/net-resources.ts";

/** Social Security 6.2 % and Medicare 1.45 %, below the wage base. */
export const payrollTax: readonly PayrollTax[] = [
  { from: "1990-01-01", rate: 0.0765, source: "Federal Insurance Contributions Act", checked: "general knowledge" },
];

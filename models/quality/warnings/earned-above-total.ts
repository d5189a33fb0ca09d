import type { Warning } from "./warning.ts";

export const earnedAboveTotal: Warning = {
  id: "earned_above_total",
  says: "the income from work is more than the income from all sources; check both amounts",
  about: [{ record: "income", field: "earned_monthly" }],
  asked: () => "r.earned and r.earned_monthly is not null and r.total_monthly is not null",
  odd: () => "r.earned_monthly > r.total_monthly",
};

/** Why an outcome of an episode is not paid for, in the order in which it is asked, as the provider reads it. */
export const reasons = {
  no_evidence: "Nothing on record shows it.",
  outside_dates: "It was reached before the contract started or after it ended.",
  no_rate: "No amount was in force on the day.",
  outside_window: "It was reached after the days allowed from entry.",
  prerequisite_missing: "The outcome that must come first was not payable by that day.",
  already_paid: "It is paid for as often as one episode allows.",
  over_cap: "The contract's limit is reached.",
} as const;

export type Reason = keyof typeof reasons;

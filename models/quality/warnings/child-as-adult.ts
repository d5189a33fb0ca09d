import type { Warning } from "./warning.ts";

const AS_ADULT = "r.role in ('head', 'partner', 'other_adult')";

export const childAsAdult: Warning = {
  id: "child_as_adult",
  says: "the person was under 18 at entry and has an adult's place in the household; check the age and the role, or say that the youth came without a parent or guardian",
  about: [{ record: "enrollment", field: "age_at_entry" }],
  asked: () => `r.age_at_entry is not null and ${AS_ADULT}`,
  odd: () => "r.age_at_entry < 18 and not coalesce(r.unaccompanied, false)",
};

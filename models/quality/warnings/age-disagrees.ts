import type { Warning } from "./warning.ts";

/** Two true ages in whole years differ by less than a year from the time between their days; a second year allows for a guess. */
const YEARS_APART = 2;

export const ageDisagrees: Warning = {
  id: "age_disagrees",
  says: "the age at entry does not fit the person's age on another day; check both ages",
  about: [{ record: "enrollment", field: "age_at_entry" }],
  beside: () => "left join person as p on p.partner_id = r.partner_id and p.person_key = r.person_key",
  // An age of 90 stands for all above it.
  asked: () => "p.age < 90 and p.age_on is not null and r.age_at_entry < 90",
  odd: () =>
    `abs((p.age - r.age_at_entry) - (p.age_on - r.entered_on) / cast(365.25 as double precision)) >= ${YEARS_APART}`,
};

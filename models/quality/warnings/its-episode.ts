/** Portable SQL: the join of the episode `e` that a row `r` names. */
export const itsEpisode = (): string =>
  "left join enrollment as e on e.partner_id = r.partner_id and e.enrollment_key = r.enrollment_key";

import type { Warning } from "./warning.ts";

export const overlappingEpisodes: Warning = {
  id: "overlapping_episodes",
  says: "the person was still in an earlier episode of the same program; end that one, or send the two as one",
  about: [{ record: "enrollment", field: "entered_on" }],
  asked: () => "true",
  odd: () => `exists (select 1 from enrollment as e
    where e.partner_id = r.partner_id and e.person_key = r.person_key and e.program_id = r.program_id
      and (e.entered_on < r.entered_on or (e.entered_on = r.entered_on and e.enrollment_key < r.enrollment_key))
      and (e.exited_on is null or e.exited_on > r.entered_on))`,
};

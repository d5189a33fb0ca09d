import type { Warning } from "./warning.ts";

export const goalDueBeforeSet: Warning = {
  id: "goal_due_before_set",
  says: "the goal was due before the day it was set; check both days",
  about: [{ record: "goal", field: "due_on" }],
  asked: () => "r.due_on is not null",
  odd: () => "r.due_on < r.set_on",
};

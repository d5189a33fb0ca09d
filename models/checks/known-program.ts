import { rowFaults } from "../contract/reason.ts";
import type { Check } from "./check.ts";

export const knownProgram: Check = {
  id: "unknown_program",
  says: rowFaults.unknown_program!,
  column: "program_id",
  records: ["enrollment", "service"],
  broken: () =>
    "not exists (select 1 from program as g where g.partner_id = r.partner_id and g.program_id = r.program_id)",
};

import type { Cell } from "./cell.ts";
import { collectorsIn } from "./collectors.ts";
import type { Structure } from "./structure.ts";

/** The partner whose people a cell counts, null where it counts those of several. */
export function ownerOf(cell: Cell, structure: Structure): string | null {
  const { measure, slice, member, role, series } = cell;
  if (role === "rest") return null;
  if (slice === "partner") return member;
  if (slice === "program")
    return structure.programs.find(({ program_id }) => program_id === member)?.partner_id ?? null;
  const [only, ...more] = collectorsIn(slice, member, measure, series, structure);
  return only !== undefined && more.length === 0 ? only : null;
}

import type { Cell } from "./cell.ts";
import type { Structure } from "./structure.ts";

/** A partner that reads the release, and the cells it knows because they count its own people. */
export interface Insider {
  partner: string;
  own: readonly number[];
}

/** The partner whose people a cell counts, null where it counts those of several. */
export function ownerOf({ slice, member, role }: Cell, structure: Structure): string | null {
  if (role === "rest") return null;
  if (slice === "partner") return member;
  if (slice !== "program") return null;
  return structure.programs.find(({ program_id }) => program_id === member)?.partner_id ?? null;
}

/** Every partner that owns cells which may not be known to others, with these. */
export function insidersOf(owners: readonly (string | null)[], mayBeSecret: (cell: number) => boolean): Insider[] {
  const secret = [...owners.keys()].filter((cell) => owners[cell] !== null && mayBeSecret(cell));
  const own = Map.groupBy(secret, (cell) => owners[cell]!);
  return [...own].map(([partner, cells]) => ({ partner, own: cells }));
}

import type { Publication, PublishedCell } from "../../models/published.ts";
import { zerosAround } from "../../models/relations/bounds.ts";
import { addressOf } from "../../models/relations/cell.ts";
import { type Incidence, incidenceOf } from "../../models/relations/incidence.ts";
import type { Structure } from "../../models/relations/structure.ts";
import type { RelationSystem } from "../../models/relations/system.ts";

/** What a reader knows of one system before thinking about it. */
export interface Knowledge {
  system: RelationSystem;
  incidence: Incidence;
  /** 1 for cells without a printed value. */
  unknown: Uint8Array;
  /** Values of the known cells. */
  value: Float64Array;
}

/** Units and periods as anybody can read them in the publication. */
export function structureOfPublication({ partner, program, period, cell }: Publication): Structure {
  const years = period.filter(({ period_kind }) => period_kind === "year");
  const members = (slice: string) => [...new Set(cell.filter((c) => c.slice === slice).map((c) => c.member))].sort();
  return {
    partners: partner.map(({ partner_id }) => partner_id),
    programs: program.map(({ program_id, partner_id, tier }) => ({ program_id, partner_id, tier })),
    tiers: [...new Set(program.map(({ tier }) => tier))].sort(),
    followups: members("followup"),
    quarters: period
      .filter(({ period_kind }) => period_kind === "quarter")
      .map(({ period: quarter, starts_on }) => {
        const year = years.find((one) => one.starts_on <= starts_on && starts_on <= one.ends_on);
        if (!year) throw new Error(`a quarter outside every year: ${quarter}`);
        return { quarter, year: year.period };
      }),
  };
}

/** What the printed cells tell of a system; hidden parts and overlaps, and cells that are not there at all, are unknown. */
export function knowledgeOf(system: RelationSystem, printed: ReadonlyMap<string, PublishedCell>): Knowledge {
  const incidence = incidenceOf(system);
  const rows = system.cells.map((cell) => printed.get(addressOf(cell)));
  const absent = Uint8Array.from(rows, (row) =>
    row?.status === "not_collected" || row?.status === "not_applicable" ? 1 : 0,
  );
  const zero = zerosAround(incidence, absent);
  return {
    system,
    incidence,
    unknown: Uint8Array.from(rows, (row, cell) => (zero[cell] || typeof row?.value === "number" ? 0 : 1)),
    value: Float64Array.from(rows, (row) => row?.value ?? 0),
  };
}

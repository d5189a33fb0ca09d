import { groupSlices } from "../../models/figure-key.ts";
import type { CellStatus, Publication } from "../../models/published.ts";
import { type Contributions, peopleAlike } from "../../models/relations/alike-partners.ts";
import { boundsOf, zerosAround } from "../../models/relations/bounds.ts";
import { collectorsOf, isAsked } from "../../models/relations/collectors.ts";
import { type Incidence, incidenceOf } from "../../models/relations/incidence.ts";
import { quartersOf } from "../../models/relations/quarters.ts";
import type { Structure } from "../../models/relations/structure.ts";
import type { RelationSystem } from "../../models/relations/system.ts";
import { type Failure, failureAt } from "./failure.ts";

/** What a reader knows of one system before thinking about it. */
export interface Knowledge {
  system: RelationSystem;
  incidence: Incidence;
  /** 1 for zeros that everybody knows of. */
  absent: Uint8Array;
  /** 1 for cells without a printed value. */
  unknown: Uint8Array;
  /** 1 for counts that few people may be behind, however large they are. */
  ofFew: Uint8Array;
  /** Values of the known cells. */
  value: Float64Array;
}

/** What is printed of a figure, now or in an earlier release. */
export interface Printed {
  measure: string;
  status: CellStatus;
  value: number | null;
}

/** Units and periods as anybody can read them in the publication. */
export function structureOfPublication({ release, partner, program, period, cell }: Publication): Structure {
  const members = (slice: string) => [...new Set(cell.filter((c) => c.slice === slice).map((c) => c.member))].sort();
  return {
    partners: partner.map(({ partner_id }) => partner_id),
    programs: program.map(({ program_id, partner_id, tier }) => ({ program_id, partner_id, tier })),
    tiers: [...new Set(program.map(({ tier }) => tier))].sort(),
    followups: members("followup"),
    groups: Object.fromEntries(groupSlices.map((slice) => [slice, members(slice)])),
    quarters: quartersOf(period, release[0]!.as_of),
    collectors: collectorsOf(cell, (row) => isAsked(cell[row]!.status)),
  };
}

/**
 * What the printed cells tell of a system; hidden parts and overlaps, and cells that are not there at all, are unknown. Where it is
 * not told which counts are of few people, every withheld one of several rows a person may be.
 */
export function knowledgeOf(
  system: RelationSystem,
  printed: ReadonlyMap<string, Printed>,
  isTrulyOfFew: ((address: string) => boolean) | null,
): Knowledge {
  const incidence = incidenceOf(system);
  const count = system.cells.length;
  const [absent, known] = [new Uint8Array(count), new Uint8Array(count)];
  const value = new Float64Array(count);
  const ofFew = new Uint8Array(count);
  const several = severalPerPerson(system);
  for (const [address, cell] of system.figures) {
    const row = printed.get(address);
    const isWithheld = row?.status === "withheld" && several.has(row.measure);
    if (isTrulyOfFew ? isTrulyOfFew(address) : isWithheld) ofFew[cell] = 1;
    if (row?.status === "not_collected" || row?.status === "not_applicable" || system.tooEarly.has(cell))
      absent[cell] = 1;
    if (typeof row?.value !== "number") continue;
    known[cell] = 1;
    value[cell] = row.value;
  }
  const zero = zerosAround(incidence, absent);
  const unknown = known.map((is, cell) => (is || zero[cell] ? 0 : 1));
  return { system, incidence, absent: zero, unknown, ofFew, value };
}

const severalPerPerson = ({ strands }: RelationSystem) =>
  new Set(strands.flatMap(({ measure }) => (measure.severalPerPerson ? [measure.id] : [])));

/** The true numbers of a system, those that no figure counts worked out from the others. Throws when a figure is missing. */
export function worldOf(
  { system, incidence }: Knowledge,
  truth: ReadonlyMap<string, number>,
  contributions: Contributions | null,
): Float64Array {
  const uncounted = new Uint8Array(system.cells.length).fill(1);
  const value = new Float64Array(system.cells.length);
  for (const [address, cell] of system.figures) {
    const figure = truth.get(address);
    if (figure === undefined) throw new Error(`no figure for ${address}`);
    value[cell] = figure;
    uncounted[cell] = 0;
  }
  for (const [cell, people] of peopleAlike(system.alike, contributions)) {
    value[cell] = people;
    uncounted[cell] = 0;
  }
  return boundsOf(incidence, uncounted, value).low;
}

/** Figures that stand for one number and yet are not printed alike. */
export function checkAlike(system: RelationSystem, printed: ReadonlyMap<string, Printed>): Failure[] {
  const first = new Map<number, string>();
  return [...system.figures].flatMap(([address, cell]) => {
    const row = printed.get(address);
    // One measure may call settled what another does not.
    if (row?.status === "not_yet_settled") return [];
    const says = `${row?.status} ${row?.value}`;
    if (!first.has(cell)) first.set(cell, says);
    return first.get(cell) === says ? [] : [failureAt(address, row?.value == null ? "exact" : "contradiction")];
  });
}

import { type GroupSlice, groupSlices, NETWORK, type PeriodKind, type Slice, TO_DATE } from "../figure-key.ts";
import type { Past } from "./past.ts";

/** The units and periods of a release: who belongs to whom, and which quarter to which program year. */
export interface Structure {
  partners: readonly string[];
  programs: readonly { program_id: string; partner_id: string; tier: string }[];
  tiers: readonly string[];
  /** Members of the slice `followup`. */
  followups: readonly string[];
  /** Members of the slices by what is known of people; none where a slice is missing. */
  groups?: Readonly<Partial<Record<GroupSlice, readonly string[]>>>;
  /** `daysSince` and `daysOver` are those from the first and the last day of the quarter to the as-of date, negative before it. */
  quarters: readonly { quarter: string; year: string; daysSince: number; daysOver: number }[];
  /** Who collects what; everybody everything where it is missing. */
  collectors?: Collectors;
  /** Earlier releases; none where it is missing. */
  past?: Past;
}

/** Partners that collect each series of a measure, by `measure/series`. */
export type Collectors = ReadonlyMap<string, ReadonlySet<string>>;

/** Members of a slice, in the order of the structure. */
export function membersOf(slice: Slice, structure: Structure): readonly string[] {
  switch (slice) {
    case "network":
      return [NETWORK];
    case "tier":
      return structure.tiers;
    case "partner":
      return structure.partners;
    case "program":
      return structure.programs.map((program) => program.program_id);
    case "followup":
      return structure.followups;
    default:
      return structure.groups?.[slice] ?? [];
  }
}

/** Periods of a kind, oldest first. */
export function periodsOf(kind: PeriodKind, structure: Structure): readonly string[] {
  switch (kind) {
    case "all":
      return [TO_DATE];
    case "year":
      return [...new Set(structure.quarters.map(({ year }) => year))].sort();
    case "quarter":
      return structure.quarters.map(({ quarter }) => quarter).sort();
  }
}

/** Days from the end of a period to the as-of date; none are over of the time to date. */
export function daysOver(kind: PeriodKind, period: string, { quarters }: Structure): number {
  if (kind === "all") return 0;
  const own = quarters.filter(({ quarter, year }) => (kind === "year" ? year : quarter) === period);
  return Math.min(...own.map((quarter) => quarter.daysOver));
}

/** Days from the beginning of a period to the as-of date, any number of them for the time to date. */
export function daysSince(kind: PeriodKind, period: string, { quarters }: Structure): number {
  if (kind === "all") return Number.POSITIVE_INFINITY;
  const own = quarters.filter(({ quarter, year }) => (kind === "year" ? year : quarter) === period);
  return Math.max(...own.map((quarter) => quarter.daysSince));
}

/** A period that is the sum of shorter ones. */
export interface PeriodSum {
  kind: PeriodKind;
  period: string;
  ofKind: PeriodKind;
  of: readonly string[];
}

/** Every sum of shorter periods: each year of its quarters, to-date of the years, and to-date of the quarters. */
export function periodSums(structure: Structure): PeriodSum[] {
  const years = periodsOf("year", structure);
  const quarters = periodsOf("quarter", structure);
  const ofYear = (year: string) => structure.quarters.filter((quarter) => quarter.year === year);
  return [
    ...years.map(
      (year): PeriodSum => ({
        kind: "year",
        period: year,
        ofKind: "quarter",
        of: ofYear(year).map(({ quarter }) => quarter),
      }),
    ),
    { kind: "all", period: TO_DATE, ofKind: "year", of: years },
    { kind: "all", period: TO_DATE, ofKind: "quarter", of: quarters },
  ];
}

/** A unit that is the sum of smaller ones; `owners` names the partner each of these belongs to, where there is one. */
export interface UnitSum {
  slice: Slice;
  member: string;
  ofSlice: Slice;
  of: readonly string[];
  owners: readonly string[] | null;
  /** Partners that have part of their people in the unit besides: it is more than the smaller ones come to. */
  others?: readonly string[];
}

/** Tiers of the partners all of whose programs are in them. */
function tiersOfPartners({ partners, programs, tiers }: Structure): UnitSum[] {
  return tiers.flatMap((tier): UnitSum[] => {
    const within = programs.filter((program) => program.tier === tier);
    const isWhole = (partner: string) => programs.every((one) => one.partner_id !== partner || one.tier === tier);
    const of = partners.filter((partner) => within.some((one) => one.partner_id === partner) && isWhole(partner));
    const others = [...new Set(within.map((one) => one.partner_id))].filter((partner) => !of.includes(partner));
    return of.length === 0
      ? []
      : [{ slice: "tier", member: tier, ofSlice: "partner", of, owners: of, ...(others.length > 0 ? { others } : {}) }];
  });
}

/**
 * Every sum of smaller units: network of partners, of tiers, of follow-ups and of every grouping of people; partner and tier of programs; tier of the partners
 * that work in no other.
 */
export function unitSums(structure: Structure): UnitSum[] {
  const network = { slice: "network", member: NETWORK } as const;
  const programsBy = (slice: "partner" | "tier", member: string): UnitSum => {
    const programs = structure.programs.filter(
      (program) => (slice === "partner" ? program.partner_id : program.tier) === member,
    );
    const of = programs.map((program) => program.program_id);
    return { slice, member, ofSlice: "program", of, owners: programs.map((program) => program.partner_id) };
  };
  return [
    { ...network, ofSlice: "partner", of: structure.partners, owners: structure.partners },
    { ...network, ofSlice: "tier", of: structure.tiers, owners: null },
    { ...network, ofSlice: "followup", of: structure.followups, owners: null },
    ...groupSlices.map((slice) => ({ ...network, ofSlice: slice, of: membersOf(slice, structure), owners: null })),
    ...structure.partners.map((partner) => programsBy("partner", partner)),
    ...structure.tiers.map((tier) => programsBy("tier", tier)),
    ...tiersOfPartners(structure),
  ];
}

import { NETWORK, TO_DATE } from "../../models/figure-key.ts";
import { countKind } from "../../models/measures/count-kind.ts";
import type { Measure, MeasureKind, Shape } from "../../models/measures/measure.ts";
import { movementKind } from "../../models/measures/movement-kind.ts";
import type { Publication } from "../../models/published.ts";
import { figureCells } from "../../models/relations/cell.ts";
import type { Structure } from "../../models/relations/structure.ts";
import type { FigureTable } from "../../models/warehouse.ts";
import { release } from "./release.ts";

export interface CubeOptions {
  seed: number;
  people: number;
  partners: number;
  programs: number;
  tiers: number;
  years: number;
  domains: number;
  shape?: readonly Shape[];
}

export interface Cube {
  structure: Structure;
  measures: readonly Measure[];
  figures: FigureTable[];
}

/** A measure for tests: only what protection and audit read of it is real. */
export function measureOf(
  id: string,
  kind: MeasureKind,
  shape: readonly Shape[],
  more: Partial<Measure> = {},
): Measure {
  return {
    id,
    version: 1,
    title: id,
    question: id,
    numerator: id,
    denominator: id,
    exclusions: [],
    source: "random cube",
    unit: "people",
    direction: "neither",
    quadrant: "how much",
    settlesAfterDays: 0,
    cohort: { people: "people", quarter: "quarter" },
    parameters: {},
    requires: [],
    unduplicated: false,
    series: [{ id: "all", title: "All" }],
    kind,
    shape,
    query: () => {
      throw new Error(`no query in tests: ${id}`);
    },
    ...more,
  };
}

/** The cuts of the sample network. */
export const sampleShape: readonly Shape[] = [
  { slice: "network", periods: ["all", "year", "quarter"], detail: true },
  { slice: "tier", periods: ["all", "year"] },
  { slice: "partner", periods: ["all", "year"] },
  { slice: "program", periods: ["all", "year"] },
  { slice: "followup", periods: ["all"], detail: true },
];

/** One made-up enrollment: where, when, and what became of it in every domain. */
export interface Row {
  person: string;
  linked: boolean;
  program: Structure["programs"][number];
  quarter: string;
  year: string;
  hasBaseline: boolean;
  pairing: string;
  from: number;
  to: number;
  followup: string;
}

/** A made-up network with the lumps of a real one: a few large programs, many small, levels that mostly rise a little. */
export function randomCube(options: CubeOptions): Cube {
  const random = randomNumbers(options.seed);
  const structure = structureOf(options);
  const shape = options.shape ?? sampleShape;
  const series = numbered("domain", options.domains).map((id) => ({ id, title: id }));
  const movement = measureOf("movement", movementKind, shape, { series });
  const served = measureOf(
    "served",
    countKind,
    shape.filter((cut) => cut.slice !== "followup"),
    { unduplicated: true },
  );
  const stays = enrollments(options, structure, random).map((row) => ({ ...row, hasBaseline: random() >= 0.06 }));
  const figures = series.flatMap(({ id }) => {
    const silent = random() < 0.3 ? structure.partners.at(-1)! : null;
    const scored = stays.filter((row) => row.program.partner_id !== silent).map((row) => assessed(row, random));
    return figuresOf(
      movement,
      id,
      structure,
      silent,
      (cell) => scored.filter((row) => inUnit(row, cell) && inPeriod(row, cell) && inMovement(row, cell.part)).length,
    );
  });
  const peopleFigures = figuresOf(served, "all", structure, null, (cell) => firstStays(stays, cell));
  return { structure, measures: [movement, served], figures: [...figures, ...peopleFigures] };
}

function structureOf({ partners, programs, tiers, years }: CubeOptions): Structure {
  const partnerIds = numbered("partner", partners);
  const tierIds = numbered("tier", tiers);
  return {
    partners: partnerIds,
    tiers: tierIds,
    followups: ["interim", "exit", "none"],
    programs: numbered("program", programs).map((program_id, i) => ({
      program_id,
      partner_id: partnerIds[i % partners]!,
      tier: tierIds[(i * 7 + Math.floor(i / partners)) % tiers]!,
    })),
    quarters: Array.from({ length: years * 4 }, (_, i) => ({
      quarter: `${2022 + Math.floor(i / 4)}-Q${(i % 4) + 1}`,
      year: `PY${2022 + Math.floor(i / 4)}`,
      daysSince: 91 * (years * 4 - 1 - i) + 90,
      daysOver: 91 * (years * 4 - 1 - i),
    })),
  };
}

function enrollments({ people }: CubeOptions, structure: Structure, random: () => number): Row[] {
  const { programs, quarters } = structure;
  const anywhere = () => programs[Math.floor(programs.length * random() ** 1.7)]!;
  return Array.from({ length: people }, (_, i) => {
    const linked = random() < 0.6;
    const stays = random() < 0.15 ? 2 : 1;
    return Array.from({ length: stays }, (): Row => {
      const when = quarters[Math.floor(quarters.length * random())]!;
      const program = anywhere();
      return {
        person: `p${i}`,
        linked,
        program,
        ...when,
        hasBaseline: true,
        pairing: "",
        from: 0,
        to: 0,
        followup: "none",
      };
    });
  }).flat();
}

function assessed(row: Row, random: () => number): Row {
  const draw = random();
  const from = 1 + Math.min(4, Math.floor(5 * random() ** 1.3));
  const to = Math.min(5, Math.max(1, Math.round(from + 0.6 + 1.4 * (random() + random() + random() - 1.5) * 1.6)));
  if (!row.hasBaseline) return { ...row, pairing: "no_baseline" };
  if (draw < 0.1) return { ...row, pairing: "na_baseline" };
  if (draw < 0.28) return { ...row, pairing: "no_followup" };
  const followup = random() < 0.5 ? "interim" : "exit";
  if (draw < 0.32) return { ...row, pairing: "na_followup", followup };
  return { ...row, pairing: "paired", from, to, followup };
}

type Address = Omit<FigureTable, "value" | "people" | "reason">;

function figuresOf(
  measure: Measure,
  series: string,
  structure: Structure,
  silent: string | null,
  count: (cell: Address) => number,
): FigureTable[] {
  const silentPrograms = structure.programs.filter((program) => program.partner_id === silent);
  const silentUnits = new Set([silent, ...silentPrograms.map((program) => program.program_id)]);
  return figureCells(measure, series, structure).map(({ role: _, ...cell }) => ({
    ...cell,
    value: count(cell),
    people: null,
    reason: silentUnits.has(cell.member) ? "not_collected" : withoutMeaning(cell) ? "not_applicable" : null,
  }));
}

/** Who was not scored twice has no stage of a follow-up. */
function withoutMeaning({ slice, member, part }: Address): boolean {
  return slice === "followup" && member === "none" && part !== "eligible";
}

/** True when an enrollment is in the unit of a figure. */
export function inUnit(row: Row, { slice, member }: Address): boolean {
  if (slice === "network") return member === NETWORK;
  if (slice === "tier") return row.program.tier === member;
  if (slice === "partner") return row.program.partner_id === member;
  if (slice === "program") return row.program.program_id === member;
  return row.followup === member;
}

/** True when an enrollment is in the period of a figure. */
export function inPeriod(row: Row, { period }: Address): boolean {
  return period === TO_DATE || row.year === period || row.quarter === period;
}

/** True when an enrollment is counted by a part of the movement measure. */
export function inMovement({ pairing, from, to }: Row, part: string): boolean {
  if (part === "eligible") return true;
  if (part === "scored_once") return pairing !== "paired" && pairing !== "no_baseline";
  if (pairing !== "paired") return part === pairing;
  const [, kind, first, second] = /^(t|from|to)_(\d)(?:_(\d))?$/.exec(part) ?? [];
  if (kind === "t") return from === Number(first) && to === Number(second);
  if (kind === "from") return from === Number(first);
  if (kind === "to") return to === Number(first);
  const is: Record<string, boolean> = {
    paired: true,
    improved: to > from,
    maintained_safe: to === from && from >= 3,
    maintained_below: to === from && from < 3,
    declined: to < from,
    can_improve: from <= 4,
    at_ceiling: from === 5,
    safe_at_5: from === 5 && to === 5,
    safe_below_5: from === to && (from === 3 || from === 4),
    declined_from_5: from === 5 && to < 5,
    declined_below_5: from < 5 && to < from,
  };
  return is[part] ?? false;
}

/** People whose first stay in the unit is in the period; those not linked are somebody else at each partner. */
function firstStays(stays: readonly Row[], cell: Address): number {
  const first = new Map<string, Row>();
  for (const row of stays) {
    if (!inUnit(row, cell)) continue;
    const key = row.linked ? row.person : `${row.person} at ${row.program.partner_id}`;
    const earlier = first.get(key);
    if (!earlier || row.quarter < earlier.quarter) first.set(key, row);
  }
  const counted = [...first.values()].filter((row) => inPeriod(row, cell));
  if (cell.part === "people") return counted.length;
  return counted.filter((row) => row.linked === (cell.part === "linked")).length;
}

function numbered(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${name}-${String(i + 1).padStart(2, "0")}`);
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A publication of protected rows with as many words around them as an audit needs. */
export function publicationAround(
  { partners, programs, tiers, quarters }: Structure,
  rows: Pick<Publication, "cell" | "rate">,
): Publication {
  const partner = partners.map((partner_id) => ({
    partner_id,
    name: partner_id,
    kind: "agency",
    tiers: "",
    last_received_on: null,
    files: 0,
    collects: "",
  }));
  const years = [...new Set(quarters.map(({ year }) => year))];
  const before = (days: number) => new Date(Date.parse(release.as_of) - days * 86_400_000).toISOString().slice(0, 10);
  const daysOf = ({ daysSince, daysOver }: Structure["quarters"][number]) => ({
    starts_on: before(daysSince),
    ends_on: before(daysOver),
  });
  const period: Publication["period"] = [
    ...years.map((year) => {
      const own = quarters.filter((quarter) => quarter.year === year).map(daysOf);
      return {
        period_kind: "year" as const,
        period: year,
        title: year,
        starts_on: own[0]!.starts_on,
        ends_on: own.at(-1)!.ends_on,
      };
    }),
    ...quarters.map((one) => ({
      period_kind: "quarter" as const,
      period: one.quarter,
      title: one.quarter,
      ...daysOf(one),
    })),
  ];
  const program = programs.map((one) => ({ ...one, name: one.program_id }));
  const tier = tiers.map((one) => ({ tier: one, name: one }));
  const own = { ...release, cells_shown: 0, cells_withheld: 0 };
  return {
    release: [own],
    measure: [],
    series: [],
    part: [],
    rate_words: [],
    median_words: [],
    sum_words: [],
    standardised_words: [],
    period,
    partner,
    program,
    tier,
    group_member: [],
    poverty_count: [],
    cycle: [],
    contract: [],
    contract_rate: [],
    benefit_family: [],
    benefit_curve: [],
    benefit_turn: [],
    aggregate_partner: [],
    aggregate_cell: [],
    benefit_rule: [],
    median: [],
    sum: [],
    standardised: [],
    ...rows,
  };
}

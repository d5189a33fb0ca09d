import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import * as z from "zod";
import { NETWORK, type PeriodKind } from "../models/figure-key.ts";
import { measures } from "../models/measures/catalogue.ts";
import type { Part } from "./lenient.ts";
import { day, id, name } from "./network.ts";
import { type Checked, type Mistake, readYaml } from "./read-yaml.ts";

/** A number of people in a text, which nothing protects. */
const COUNT_OF_PEOPLE =
  /\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)( \w+)? (people|persons?|famil(y|ies)|households?|parents?|child(ren)?|adults?|participants?|clients?|wom[ae]n|m[ae]n|mothers?|fathers?|students?|learners?)\b/i;

const countless = (said: string) => !COUNT_OF_PEOPLE.test(said);
const leaveOut = "this text is published as it stands: leave out how many people";

const text = z.string().min(1).max(600).refine(countless, leaveOut);

const CycleEntry = z.strictObject({
  id: id.describe("A short name of the cycle."),
  title: name.refine(countless, leaveOut).describe("What was tried, in a few words."),
  measure: z.string().describe("Id of the measure it is judged by."),
  series: z.string().default("all").describe("Domain of the measure, where it has several series."),
  rate: z.string().describe("The rate of the measure it is judged by."),
  started_on: day.describe("First day of the change."),
  expected: z
    .strictObject({
      direction: z.enum(["higher", "lower"]).describe("Whether the share was expected to rise or to fall."),
      points: z.number().positive().max(100).describe("By how many percentage points of the share."),
    })
    .describe("What was expected before the change began."),
  happened: text.describe("What was done; published as it stands."),
  went_well: text.describe("What went well; published as it stands."),
  went_badly: text.describe("What did not; published as it stands."),
  next: text.describe("What comes next; published as it stands."),
});

/** One file of `cycles/`: the improvement cycles of one partner, or of the network. */
export const CyclesFile = z.strictObject({
  agency: id.describe("Partner id, or network."),
  cycles: z
    .array(CycleEntry)
    .min(1)
    .describe("Changes that were tried, with what was expected of them and what was learned."),
});
type CyclesFile = z.output<typeof CyclesFile>;

/** A change that was tried, with what was expected of it and what was learned. */
export interface Cycle extends z.output<typeof CycleEntry> {
  /** Partner id, or `network`. */
  agency: string;
  /** The length of time by which the agency's share is published. */
  period_kind: PeriodKind;
}

/** The improvement cycles of a network: the files of its folder `cycles`, none where there is no such folder. */
export interface CyclesRead {
  files: readonly string[];
  cycles: readonly Cycle[];
  mistakes: readonly Mistake[];
}

/** Reads and checks every file of `cycles/`; `partners` are the ids an agency can have, null while one of them is not known. */
export function readCycles(folder: string, partners: ReadonlySet<string> | null): CyclesRead {
  const place = path.join(folder, "cycles");
  const names = existsSync(place) ? readdirSync(place).filter((each) => /\.ya?ml$/.test(each)) : [];
  const files = names.sort().map((each) => path.join(place, each));
  const read = files.map((file) => readYaml(file, CyclesFile));
  const seen = new Set<string>();
  const mistakes = read.flatMap((checked, at) => [
    ...checked.mistakes,
    ...agencyMistakes(checked, files[at]!, partners),
    ...repeatedMistakes(checked, seen),
    ...seriesMistakes(checked),
  ]);
  const cycles = read.flatMap(({ value }) => (value && mistakes.length === 0 ? cyclesOf(value) : []));
  return { files, cycles, mistakes };
}

const cyclesOf = ({ agency, cycles }: CyclesFile): Cycle[] =>
  cycles.map((cycle) => ({ ...cycle, agency, period_kind: periodOf(cycle.measure, agency)! }));

/** The shortest length of time by which a measure is published for an agency; undefined where it is only to date. */
function periodOf(measure: string, agency: string): PeriodKind | undefined {
  const slice = agency === NETWORK ? "network" : "partner";
  const shapes = measures.find(({ id }) => id === measure)?.shape.filter((shape) => shape.slice === slice) ?? [];
  const periods = shapes.flatMap((shape) => shape.periods);
  return (["quarter", "year"] as const).find((kind) => periods.includes(kind));
}

function agencyMistakes(
  { part, at }: Checked<CyclesFile>,
  file: string,
  partners: ReadonlySet<string> | null,
): Mistake[] {
  const agency = part?.agency;
  if (agency === undefined) return [];
  if (path.parse(file).name !== agency) return [at(["agency"], `the file is not named for ${agency}`)];
  if (agency === NETWORK || partners === null || partners.has(agency)) return [];
  return [at(["agency"], `${agency} is not a partner of the network`)];
}

function repeatedMistakes({ part, at }: Checked<CyclesFile>, seen: Set<string>): Mistake[] {
  return (part?.cycles ?? []).flatMap((cycle, index) => {
    if (!cycle?.id) return [];
    if (!seen.has(cycle.id)) {
      seen.add(cycle.id);
      return [];
    }
    return [at(["cycles", index, "id"], `cycle ${cycle.id} is named twice in the network`)];
  });
}

function seriesMistakes({ part, at }: Checked<CyclesFile>): Mistake[] {
  return (part?.cycles ?? []).flatMap((cycle, index) => {
    const says = cycle && part?.agency ? seriesMistake(cycle, part.agency) : null;
    return says === null ? [] : [at(["cycles", index, says.field], says.words)];
  });
}

function seriesMistake(cycle: Part<CyclesFile["cycles"][number]>, agency: string) {
  const { measure: wanted, series = "all", rate } = cycle ?? {};
  if (wanted === undefined) return null;
  const measure = measures.find(({ id }) => id === wanted);
  if (!measure) return { field: "measure", words: `${wanted} is not a measure of the catalogue` };
  if (!measure.series.some(({ id }) => id === series))
    return {
      field: "series",
      words: `${wanted} has no series ${series}; it has ${measure.series.map(({ id }) => id).join(", ")}`,
    };
  if (rate !== undefined && !measure.kind.rates.some(({ id }) => id === rate))
    return {
      field: "rate",
      words: `${wanted} has no rate ${rate}; it has ${measure.kind.rates.map(({ id }) => id).join(", ")}`,
    };
  if (periodOf(wanted, agency) === undefined)
    return { field: "measure", words: `${wanted} is not published by quarter or by year for ${agency}` };
  return null;
}

import { chance } from "./chance.ts";

type Chance = (what: string) => number;

const oneOf = (at: number, choices: readonly (readonly [number, readonly string[]])[]) =>
  choices.find(([below]) => at < below)?.[1] ?? [];

function retention(at: Chance): string[] {
  const [lasted, ended] = [Math.round(at("days") ** 0.8 * 700), at("ended") < 0.7];
  return [30, 60, 90, 180, 365].flatMap((days) => {
    const parts =
      lasted >= days ? ["known", "retained", "possible"] : ended ? ["known", "not_retained"] : ["lost", "possible"];
    return parts.map((part) => `${part}_${days}`);
  });
}

const employment = (at: Chance) =>
  ["q2", "q4"].flatMap((quarter) =>
    oneOf(at(quarter), [
      [0.48, ["known", "employed", "possible"]],
      [0.88, ["known", "not_employed"]],
      [1, ["unknown", "possible"]],
    ]).map((part) => `${part}_${quarter}`),
  );

interface MadeUp {
  /** About how many people in one program and quarter. */
  size: number;
  parts(at: Chance): readonly string[];
}

/** What happened to made-up people, measure by measure: the parts in which one person is counted. */
const madeUp: Readonly<Record<string, MadeUp>> = {
  "care-plan": { size: 50, parts: (at) => ["entered", at("plan") < 0.57 ? "planned" : "not_planned"] },
  "job-placement": { size: 40, parts: (at) => ["left", at("job") < 0.44 ? "placed" : "not_placed"] },
  "job-retention": { size: 24, parts: (at) => ["placed", ...retention(at)] },
  "employment-after-exit": { size: 50, parts: (at) => ["left", ...employment(at)] },
  "any-certificate": {
    size: 36,
    parts: (at) => [
      "left",
      ...oneOf(at("certificate"), [
        [0.2, ["in_program", "within_year"]],
        [0.29, ["within_year"]],
      ]),
    ],
  },
  "recognized-credential": {
    size: 16,
    parts: (at) => ["trained", at("credential") < 0.4 ? "credentialed" : "not_credentialed"],
  },
};

/** How many people of a program and quarter each part of a measure counts. */
export function cohortCounts(measure: string, program: string, quarter: string): Record<string, number> {
  const { size, parts } = madeUp[measure] ?? { size: 0, parts: () => [] };
  const few = program.startsWith("hh-") && measure === "recognized-credential" ? 0.24 : 1;
  const counts: Record<string, number> = {};
  for (let person = 0; person < size * few * (0.7 + 0.6 * chance(measure, program, quarter)); person++) {
    for (const part of parts((what) => chance(measure, program, quarter, person, what))) {
      counts[part] = (counts[part] ?? 0) + 1;
    }
  }
  return counts;
}

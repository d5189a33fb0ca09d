import type { Ours } from "./ours.ts";
import type { BuildPart } from "./parts-of-build.ts";
import { type Side, type Stage, stages } from "./stage-time.ts";

/** What one size came to. Times are in seconds. */
export interface Result {
  people: number;
  seed: number;
  /** `YYYY-MM-DD` */
  date: string;
  machine: string;
  /** How long the sample took to make. */
  sample: number;
  /** Figures compared; all were equal. */
  figures: number;
  ours: Ours;
  byHand: Side;
}

const INTRODUCTION = `# The pipeline beside plain SQL

Made by \`npm run bench\`. Both sides start from the same files of the sample network and end with the same figures of
eight measures (people served, movement, care plans, four of jobs and exits, two of certificates; in every slice but
those by who people are): every one of them is compared, and one that differs fails the benchmark. The pipeline makes
all its other measures besides, in the same time. Each side works in a process of its own, on a
DuckDB file of its own, under the memory limit of network.yaml. Times are wall-clock seconds, memory is the high-water
mark of the process.

Both sides read every file, cast its dates, numbers and words into typed tables, drop the broken rows of people,
enrollments, assessments, goals, jobs, credentials and services by the same rules, stop a file with too many of them,
keep each of those records once, build episodes, matrix pairs, spells of employment, exits, placements and care plans,
and count the eight measures for every slice and period. Beyond that only the pipeline hashes and seals each file, screens
every cell for identifiers, checks the other five record kinds and keeps the latest of each of their records, says of
each broken row why it is set aside, keys every token anew, stores what it accepted as Parquet, and keeps what each
partner has in each figure. So the ratio is the price of all that together, most of it in reading. Plain SQL goes other
ways in facts and measures where there are others, so that it can be right where the pipeline is wrong. The pipeline
receives one file after the other, each at a fixed cost besides that of its rows, which weighs most where files are
small. Plain SQL knows this one network: its files, words and mistakes are written into test/bench/hand.

Rows of two files are in neither side's figures. Both sides read openroad-transit/rides-2025.csv and stop it, because
its dates are not of the agreed format; the pipeline also reads brightwater-outreach/enrollments-old-list.csv and
refuses it.
`;

const SUMMARY = `| people | rows read | ours, s | by hand, s | ours ÷ by hand | ours, rows/s | by hand, rows/s | ours, peak MB | by hand, peak MB |
|---:|---:|---:|---:|---:|---:|---:|---:|---:|`;

/** The text of results.md with a result put in; other sizes stay as they are. */
export function withResult(text: string, result: Result): string {
  const rows = new Map([...text.matchAll(/^\| ([\d,]+) \|.*$/gm)].map(([row, people]) => [people!, row]));
  const sections = new Map(
    text
      .split(/^(?=## )/m)
      .slice(1)
      .map((section) => [/^## ([\d,]+)/.exec(section)?.[1] ?? "", section.trimEnd()]),
  );
  const people = whole(result.people);
  rows.set(people, summaryRow(result));
  sections.set(people, section(result));
  const sizes = [...sections.keys()].sort((a, b) => sizeOf(a) - sizeOf(b));
  const table = [SUMMARY, ...sizes.map((size) => rows.get(size))].join("\n");
  return `${[INTRODUCTION.trimEnd(), table, ...sizes.map((size) => sections.get(size))].join("\n\n")}\n`;
}

function summaryRow({ people, ours, byHand }: Result): string {
  const [mine, other] = [total(ours), total(byHand)];
  const peaks = [ours, byHand].map((side) => megabytes(side.stages.measures.peak));
  const speed = [mine, other].map((seconds) => whole(ours.rows / seconds));
  return row([whole(people), whole(ours.rows), seconds(mine), seconds(other), ratio(mine, other), ...speed, ...peaks]);
}

function section(result: Result): string {
  const { people, seed, date, machine, sample, figures, ours, byHand } = result;
  return `## ${whole(people)} people

${date}, seed ${seed}. ${machine}.
${whole(ours.rows)} rows in ${ours.files} files; ${whole(figures)} figures, all equal.

| stage | ours, s | by hand, s | ours ÷ by hand | ours, s per million rows | ours, peak MB so far | by hand, peak MB so far |
|---|---:|---:|---:|---:|---:|---:|
${stages.map((stage) => stageRow(stage, result)).join("\n")}
${row(["**all**", ...times(total(ours), total(byHand), ours.rows), "", ""])}

Not in the comparison: making the sample ${seconds(sample)} s, protection ${seconds(ours.protect)} s,
audit ${seconds(ours.audit)} s. The last two depend on the number of figures, not of people.

Where time goes in the pipeline's facts and measures, made once more on a copy of its warehouse:

| fact | rows | seconds |
|---|---:|---:|
${ours.parts.facts.map(partRow).join("\n")}

| measure | figures | seconds |
|---|---:|---:|
${ours.parts.measures.map(partRow).join("\n")}`;
}

const NAMES: Readonly<Record<Stage, string>> = {
  read: "read people, enrollments, assessments, goals, jobs, credentials, services",
  "read others": "read all other files",
  load: "load: each record once, references known",
  facts: "facts",
  measures: "measures",
};

function stageRow(stage: Stage, { ours, byHand }: Result): string {
  const [mine, other] = [ours.stages[stage], byHand.stages[stage]];
  // The pipeline receives the files of a partner together, so there is one mark for both kinds of reading.
  const peaks = [stage === "read" ? "" : megabytes(mine.peak), megabytes(other.peak)];
  return row([NAMES[stage], ...times(mine.seconds, other.seconds, ours.rows), ...peaks]);
}

const partRow = ({ name, size, seconds: time }: BuildPart) => row([name, whole(size), time.toFixed(2)]);

const times = (mine: number, other: number, rows: number) => [
  seconds(mine),
  seconds(other),
  ratio(mine, other),
  seconds((mine / rows) * 1e6),
];

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const total = (side: Side) => stages.reduce((sum, stage) => sum + side.stages[stage].seconds, 0);
const seconds = (value: number) => value.toFixed(1);
const ratio = (mine: number, other: number) => (mine / other).toFixed(1);
const whole = (value: number) => Math.round(value).toLocaleString("en-US");
const megabytes = (bytes: number) => whole(bytes / 1024 ** 2);
const sizeOf = (text: string) => Number(text.replaceAll(",", ""));

import { existsSync } from "node:fs";
import { type FigureAddress, readAddress } from "../models/figure-address.ts";
import type { Measure, Part } from "../models/measures/measure.ts";
import { measuresOf } from "../models/measures/network-measures.ts";
import type { Publication } from "../models/published.ts";
import { structureOfPublication } from "./audit/knowledge.ts";
import { figureRowsSql } from "./build/figure-rows.ts";
import { keptMeasures } from "./build/placed-units.ts";
import { countedParts } from "./explain/counted-parts.ts";
import { type FeedingFile, feedingFiles, promisesOf, recordsOf } from "./explain/feeding-files.ts";
import { publishedFigure } from "./explain/published-figure.ts";
import { type Surrounding, surroundings } from "./explain/surroundings.ts";
import type { Places } from "./places.ts";
import { readPublication } from "./protect/store.ts";
import { standingRun } from "./put-in-place.ts";
import type { Network } from "./read-network.ts";
import { count } from "./summary.ts";
import { openWarehouse } from "./warehouse.ts";

/**
 * Where a published number comes from, as lines to read: what it says, the words of its measure, what is withheld around it, the SQL
 * that counts it, the rows and files about its people, and what these were held to. Never a withheld value. Throws where there is no
 * publication, or no such figure in it.
 */
export async function explain(network: Network, places: Places, address: string): Promise<string[]> {
  const run = [places.published, places.warehouse].every((place) => existsSync(place))
    ? standingRun(places, { site: false })
    : null;
  if (run === null) throw new Error("there is no whole publication yet: run the pipeline first");
  const at = readAddress(address);
  const publication = await readPublication(places.published);
  const measures = measuresOf(network.partners);
  const measure = measures.find(({ id }) => id === at.measure);
  if (!measure)
    throw new Error(`no such measure: ${at.measure} (there are ${measures.map(({ id }) => id).join(", ")})`);
  const parts = countedParts(measure, at);
  const figure = publishedFigure(publication, at);
  const structure = structureOfPublication(publication);
  const around = parts.map(({ id: part }) => ({
    part,
    sums: surroundings(publication, measures, structure, { ...at, part }),
  }));
  const door = await openWarehouse(places.warehouse, { readOnly: true, memory: network.memory });
  try {
    // What a rate counts in its numerator is in its denominator: the last part has everybody.
    const kept = await keptMeasures(door);
    const counted = figureRowsSql(door, measure, at, parts.at(-1)!, kept);
    const files = await feedingFiles(door, measure, at, counted, places.receipts);
    const release = publication.release[0]!;
    return [
      `${title(publication, measure, at, parts)}`,
      `  ${figure.says ?? `no number is published: ${figure.status.replaceAll("_", " ")}`}`,
      `  ${run}, data as of ${release.as_of}, code ${release.code_version}`,
      ...definitionLines(measure, parts),
      ...around.flatMap(({ part, sums }) => surroundingLines(part, sums)),
      ...["", "Counted by", ...parts.flatMap((part) => sqlLines(part, figureRowsSql(door, measure, at, part, kept)))],
      ...fileLines(files),
      ...["", "Held to", ...promisesOf(recordsOf(measure)).map((says) => `  ${says}`)],
    ];
  } finally {
    await door.close();
  }
}

function title(publication: Publication, measure: Measure, at: FigureAddress, parts: readonly Part[]): string {
  const series =
    measure.series.length > 1 ? `, ${measure.series.find(({ id }) => id === at.series)?.title ?? at.series}` : "";
  const period = publication.period.find(({ period }) => period === at.period)?.title ?? at.period;
  const figure = at.kind === "count" ? parts[0]!.title : `${at.kind} ${at.figure}`;
  return `${measure.title}${series}: ${figure}, ${at.slice} ${at.member}, ${period}`;
}

function definitionLines(measure: Measure, parts: readonly Part[]): string[] {
  const { question, numerator, denominator, exclusions, source, parameters, version, id } = measure;
  return [
    "",
    `How it is counted (${id}, version ${version})`,
    `  Question     ${question}`,
    `  Numerator    ${numerator}`,
    `  Denominator  ${denominator}`,
    ...exclusions.map((says) => `  Left out     ${says}`),
    ...Object.entries(parameters).map(([name, value]) => `  Setting      ${name}: ${value}`),
    ...parts.map((part) => `  ${part.title}: ${part.means}`),
    `  Source       ${source}`,
  ];
}

const SHOWN = 12;

function surroundingLines(part: string, sums: readonly Surrounding[]): string[] {
  const touched = sums.filter(({ withheld, hidden }) => withheld + hidden > 0);
  const more = touched.length > SHOWN ? [`  and ${count(touched.length - SHOWN)} more`] : [];
  const whole = sums.length - touched.length;
  return [
    "",
    `What is withheld around ${part}`,
    ...touched
      .slice(0, SHOWN)
      .map(
        ({ says, counts, withheld, hidden }) =>
          `  ${says}: of ${counts} counts ${withheld} withheld, ${hidden} never printed`,
      ),
    ...more,
    `  ${count(whole)} other ${whole === 1 ? "sum has" : "sums have"} every count printed`,
  ];
}

const sqlLines = ({ id }: Part, sql: string) => [`  -- ${id}`, ...sql.split("\n").map((line) => `  ${line}`)];

function fileLines(files: readonly FeedingFile[]): string[] {
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  return [
    "",
    `Rows about these people: ${count(rows)} in ${count(files.length)} files and record kinds`,
    ...files.map(({ partner, feed, record, hash, name, received_on, rows: own, first_rows }) => {
      const file = name === null ? `${feed} (no receipt any more)` : `${name}, received ${received_on}`;
      return `  ${partner}/${file}: ${count(own)} of ${record}, rows ${first_rows.join(", ")}${own > first_rows.length ? ", …" : ""}, sha256 ${hash}`;
    }),
  ];
}

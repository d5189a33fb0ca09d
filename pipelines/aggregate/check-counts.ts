import { isGroupSlice, NETWORK, type Slice, TO_DATE } from "../../models/figure-key.ts";
import type { Measure } from "../../models/measures/measure.ts";
import type { CellStatus, FigureKey, PublishedPeriod } from "../../models/published.ts";
import { addressOf, cutsOf, figureCells } from "../../models/relations/cell.ts";
import { quartersOf } from "../../models/relations/quarters.ts";
import { daysOver, type Structure } from "../../models/relations/structure.ts";
import { COLUMNS, type CountFault, type CountLine } from "./read-counts.ts";

/** The word in the place of a count that is withheld, and the slice of everybody. */
const WITHHELD = "withheld";
const EVERYONE = "everyone";

/** One count as an agency sends it, before anybody looked whether the others give it away. */
export interface AggregateCount extends FigureKey {
  part: string;
  status: Extract<CellStatus, "shown" | "withheld">;
  value: number | null;
}

/** What a table of counts may be about. */
export interface Countables {
  /** Measures as an agency may count them. */
  measures: readonly Measure[];
  /** Members of the slices by what is known of people. */
  groups: NonNullable<Structure["groups"]>;
  periods: readonly PublishedPeriod[];
  asOf: string;
  threshold: number;
}

/** The counts of a table, every cell of which is a word of the network's own: nothing that anybody wrote freely gets further. */
export function checkCounts(
  file: string,
  lines: readonly CountLine[],
  countables: Countables,
): { counts: AggregateCount[]; faults: CountFault[] } {
  const structure = structureAlone(countables);
  const places = placesOf(countables, structure);
  const words = wordsOf(countables);
  const first = new Map<string, number>();
  const faults: CountFault[] = [];
  const counts = lines.flatMap((line): AggregateCount[] => {
    const { row } = line;
    const strange = COLUMNS.filter((column) => !words[column].isWord(line[column]));
    for (const column of strange)
      faults.push({ code: "counts-word", facts: { file, row, column, allowed: words[column].allowed } });
    if (strange.length > 0) return [];
    const count = countOf(line, countables.periods);
    const address = addressOf(count);
    const before = first.get(address);
    if (!places.has(address)) faults.push({ code: "counts-place", facts: { file, row } });
    else if (before !== undefined) faults.push({ code: "counts-repeated", facts: { file, row, first: before } });
    else if (count.value !== null && count.value < countables.threshold)
      faults.push({ code: "counts-small", facts: { file, row, threshold: countables.threshold } });
    first.set(address, before ?? row);
    return [count];
  });
  return { counts, faults };
}

/** An agency by itself as a structure: groups of people and periods, no partners, programs or tiers. */
export const structureAlone = ({
  groups,
  periods,
  asOf,
}: Pick<Countables, "groups" | "periods" | "asOf">): Structure => ({
  ...{ partners: [], programs: [], tiers: [], followups: [], groups },
  quarters: quartersOf(periods, asOf),
});

/** Addresses of the printed counts whose period is over long enough. */
function placesOf({ measures }: Countables, structure: Structure): Set<string> {
  const isSettled = ({ period_kind, period }: FigureKey, { settlesAfterDays }: Measure) =>
    daysOver(period_kind, period, structure) >= (period_kind === "all" ? 0 : settlesAfterDays);
  const cells = measures.flatMap((measure) =>
    measure.series
      .flatMap(({ id }) => figureCells(measure, id, structure))
      .filter((cell) => cell.role === "printed" && isSettled(cell, measure)),
  );
  return new Set(cells.map(addressOf));
}

interface Words {
  isWord: (text: string) => boolean;
  allowed: string;
}

function wordsOf({ measures, groups, periods }: Countables): Readonly<Record<(typeof COLUMNS)[number], Words>> {
  const list = (words: readonly string[], shown = words.join(", ")): Words => {
    const known = new Set(words);
    return { isWord: (text) => known.has(text), allowed: shown };
  };
  const unique = (words: readonly string[]) => [...new Set(words)];
  const slices = unique(measures.flatMap((measure) => cutsOf(measure).map(({ slice }) => slice))).filter((slice) =>
    isGroupSlice(slice as Slice),
  );
  const members = unique(Object.values(groups).flatMap((own) => own ?? []));
  return {
    measure: list(measures.map(({ id }) => id)),
    series: list(unique(measures.flatMap(({ series }) => series.map(({ id }) => id)))),
    part: list(
      unique(measures.flatMap(({ kind }) => kind.parts.filter(({ printed }) => printed).map(({ id }) => id))),
      "a part of the measure, as the definitions page names them",
    ),
    slice: list([EVERYONE, ...slices]),
    member: list([EVERYONE, ...members.map((member) => member.toLowerCase())], `${EVERYONE}, or a group of the slice`),
    period: list(
      periods.map(({ period }) => period),
      "to-date, a program year such as PY2025, or a quarter such as 2025-Q3",
    ),
    count: { isWord: (text) => text === WITHHELD || /^\d{1,7}$/.test(text), allowed: `a whole number, or ${WITHHELD}` },
  };
}

function countOf(
  { measure, series, part, slice, member, period, count }: CountLine,
  periods: readonly PublishedPeriod[],
): AggregateCount {
  const isEveryone = slice === EVERYONE;
  const kind = periods.find((one) => one.period === period)?.period_kind ?? "all";
  return {
    ...{ measure, series, part, period: kind === "all" ? TO_DATE : period, period_kind: kind },
    slice: isEveryone ? "network" : (slice as Slice),
    member: isEveryone && member === EVERYONE ? NETWORK : member,
    status: count === WITHHELD ? "withheld" : "shown",
    value: count === WITHHELD ? null : Number(count),
  };
}

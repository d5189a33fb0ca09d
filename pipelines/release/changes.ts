import { readAddress } from "../../models/figure-address.ts";
import { NETWORK } from "../../models/figure-key.ts";
import type { Publication } from "../../models/published.ts";
import type { LedgerLine } from "./ledger.ts";
import type { Manifest } from "./manifest.ts";

/** A number of the whole network that moved. */
export interface Moved {
  address: string;
  title: string;
  from: number;
  to: number;
}

/** What became of one measure. */
export interface MeasureChange {
  measure: string;
  title: string;
  /** `new`, `gone`, `defined anew` or `the same`. */
  definition: "new" | "gone" | "defined anew" | "the same";
  version: number | null;
  version_before: number | null;
  /** Its numbers of the whole network that moved the most, the largest share first. */
  moved: Moved[];
  /** Figures that have a number now and had none, and the other way round. */
  now_shown: number;
  now_without: number;
}

/** What a release says that the one before did not. */
export interface Changes {
  release: number;
  before: number | null;
  as_of: string;
  as_of_before: string | null;
  restated: string[];
  /** Periods that are in it for the first time. */
  new_periods: string[];
  measures: MeasureChange[];
}

interface Compared {
  before: { manifest: Manifest; ledger: ReadonlyMap<string, LedgerLine> } | undefined;
  now: { release: number; restated: readonly string[]; publication: Publication; ledger: readonly LedgerLine[] };
}

/** Numbers of a measure that are told of. */
const TOLD = 5;

/** What changed between two releases, measure by measure; of numbers only those of the whole network that both print. */
export function changesBetween({ before, now }: Compared): Changes {
  const { publication } = now;
  const periodsBefore = new Set([...(before?.ledger.keys() ?? [])].map((address) => address.split("/")[4]));
  const titles = new Map(publication.measure.map(({ measure, title, version }) => [measure, { title, version }]));
  const versionsBefore = new Map(before?.manifest.measures.map(({ id, version }) => [id, version]));
  const ids = [...new Set([...titles.keys(), ...versionsBefore.keys()])];
  const lines = Map.groupBy(now.ledger, ({ address }) => address.slice(0, address.indexOf("/")));
  return {
    release: now.release,
    before: before?.manifest.release ?? null,
    as_of: publication.release[0]!.as_of,
    as_of_before: before?.manifest.as_of ?? null,
    restated: [...now.restated],
    new_periods: before
      ? publication.period.flatMap(({ period, title }) => (periodsBefore.has(period) ? [] : [title]))
      : [],
    measures: before
      ? ids.map((id) => {
          const own = { title: titles.get(id)?.title ?? id, version: titles.get(id)?.version ?? null };
          const definition = { measure: id, ...own, version_before: versionsBefore.get(id) ?? null };
          return {
            ...definition,
            ...numbersOf(publication, lines.get(id) ?? [], before.ledger),
            ...defined(definition),
          };
        })
      : [],
  };
}

function defined({ version, version_before }: Pick<MeasureChange, "version" | "version_before">) {
  if (version === null) return { definition: "gone" } as const;
  if (version_before === null) return { definition: "new" } as const;
  return { definition: version === version_before ? "the same" : "defined anew" } as const;
}

function numbersOf(publication: Publication, lines: readonly LedgerLine[], before: ReadonlyMap<string, LedgerLine>) {
  const pairs = lines.map((now) => ({ now, was: before.get(now.address) }));
  const moved = pairs.flatMap(({ now, was }): Moved[] => {
    if (now.value === null || was?.value == null || now.value === was.value) return [];
    const at = readAddress(now.address);
    if (at.member !== NETWORK) return [];
    return [{ address: now.address, title: titleOf(publication, at), from: was.value, to: now.value }];
  });
  const had = pairs.filter(({ was }) => was !== undefined);
  return {
    moved: moved.sort((a, b) => shareOf(b) - shareOf(a) || (a.address < b.address ? -1 : 1)).slice(0, TOLD),
    now_shown: had.filter(({ now, was }) => now.value !== null && was!.value === null).length,
    now_without: had.filter(({ now, was }) => now.value === null && was!.value !== null).length,
  };
}

const shareOf = ({ from, to }: Moved) => Math.abs(to - from) / Math.max(Math.abs(from), Math.abs(to));

function titleOf({ part, rate_words, series, period }: Publication, at: ReturnType<typeof readAddress>): string {
  const figure =
    (at.kind === "count"
      ? part.find((one) => one.measure === at.measure && one.part === at.figure)?.title
      : undefined) ??
    rate_words.find((one) => one.measure === at.measure && one.rate === at.figure)?.title ??
    `${at.kind} ${at.figure}`;
  const of = series.find((one) => one.measure === at.measure && one.series === at.series)?.title ?? at.series;
  const when = period.find((one) => one.period === at.period)?.title ?? at.period;
  return `${figure}, ${of}, ${when}`;
}

/** The changes as Markdown. */
export function changesText(changes: Changes): string {
  const { release, before, as_of, as_of_before, restated, new_periods, measures } = changes;
  if (before === null) return `# Release ${release}\n\nData as of ${as_of}. This is the first release.\n`;
  const lines = [
    `# Release ${release}`,
    "",
    `Data as of ${as_of}; release ${before} had data as of ${as_of_before}.`,
    ...(restated.length > 0 ? ["", `Counted again although it was closed: ${restated.join(", ")}.`] : []),
    ...(new_periods.length > 0 ? ["", `For the first time: ${new_periods.join(", ")}.`] : []),
    ...measures.flatMap((measure) => measureLines(measure, before)),
  ];
  return `${lines.join("\n")}\n`;
}

function measureLines(change: MeasureChange, before: number): string[] {
  const { title, measure, moved, now_shown, now_without } = change;
  const said = [
    ...definitionLines(change, before),
    ...moved.map(
      ({ address, title: of, from, to }) => `- ${of}: ${numberText(from)} to ${numberText(to)} (\`${address}\`)`,
    ),
    ...(now_shown > 0 ? [`- ${figures(now_shown)} a number now and had none.`] : []),
    ...(now_without > 0 ? [`- ${figures(now_without)} no number now and had one.`] : []),
  ];
  return said.length === 0 ? [] : ["", `## ${title} (${measure})`, "", ...said];
}

function definitionLines({ definition, version, version_before }: MeasureChange, before: number): string[] {
  switch (definition) {
    case "new":
      return ["- New in this release."];
    case "gone":
      return [`- Not in this release any more; release ${before} has its last numbers.`];
    case "defined anew":
      return [
        `- Defined anew: version ${version}, before ${version_before}. Its numbers are not to be compared with earlier ones.`,
      ];
    default:
      return [];
  }
}

const figures = (number: number) => (number === 1 ? "1 figure has" : `${number.toLocaleString("en-US")} figures have`);

const numberText = (number: number) =>
  Number.isInteger(number)
    ? number.toLocaleString("en-US")
    : number.toLocaleString("en-US", { maximumFractionDigits: 3 });

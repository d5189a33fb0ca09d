import type { FigureTable } from "../warehouse.ts";
import type { AlikePartners } from "./alike-partners.ts";
import { addressOf, type Cell } from "./cell.ts";
import { figureThen, isClosed, type Past, partThen } from "./past.ts";
import type { Relation } from "./relation.ts";
import type { SystemDraft } from "./system-draft.ts";

/** Between a part and a release in the name of those who have come since. */
const SINCE = " since release ";

/** What a cell of today was in the last release: another cell, the same one, nothing at all, or not known. */
type Then = number | "none" | undefined;

/**
 * Adds what a reader who has kept earlier releases knows: their numbers, the sums that held between them, and of every number in a
 * period that is still open that it is what it was and what has come since.
 */
export function addSinceReleases(draft: SystemDraft, past: Past, alike: readonly AlikePartners[]): void {
  // What only some partners had then is not worked out again: nobody printed it.
  const apart = new Set(alike.map(({ cell }) => cell));
  const isSum = ({ totals, of }: Relation) => ![...totals, ...of].some((cell) => apart.has(cell));
  const relations = draft.relations.filter(isSum);
  const then = new Map<number, Then>();
  const places = placesOf(past);
  for (const [address, cell] of [...draft.at]) {
    const figure = past.figures.get(address);
    if (!figure) then.set(cell, places.has(draft.cells[cell]!) ? undefined : "none");
    else if (isClosed(past, figure)) then.set(cell, cell);
    else addFigure(draft, past, figure, cell, then);
  }
  addSumsThen(draft, past, relations, then);
}

/** Periods and units that the last release had. */
function placesOf({ figures }: Past) {
  const [units, periods] = [new Set<string>(), new Set<string>()];
  for (const { slice, member, period_kind, period } of figures.values()) {
    units.add(`${slice} ${member}`);
    periods.add(`${period_kind} ${period}`);
  }
  const has = ({ slice, member, period_kind, period }: Cell) =>
    units.has(`${slice} ${member}`) && periods.has(`${period_kind} ${period}`);
  return { has };
}

function addFigure(draft: SystemDraft, past: Past, figure: FigureTable, cell: number, then: Map<number, Then>): void {
  const address = addressOf(figure);
  const before = past.printed.get(address);
  if (before && before.release !== past.release) addLink(draft, figure, before.release, cell);
  if (figure.reason === "not_collected" || figure.reason === "not_applicable") {
    if (!then.has(cell)) then.set(cell, "none");
    return;
  }
  const own = addLink(draft, figure, past.release, cell);
  // A number that is one in several strands may have been several then.
  then.set(cell, then.has(cell) ? undefined : own);
}

/** Adds a figure of a release, and that it and what has come since are the figure of today; of unsettled quarters nothing was said. */
function addLink(draft: SystemDraft, figure: FigureTable, release: number, now: number): number {
  const { cells, at, relations } = draft;
  const { value: _value, people: _people, reason, ...place } = figureThen(figure, release);
  const own = cells.push({ ...place, role: "then" }) - 1;
  at.set(addressOf(place), own);
  if (reason === "not_yet_settled") return own;
  const since = cells.push({ ...place, part: `${figure.part}${SINCE}${release}`, role: "overlap" }) - 1;
  const says = `${figure.part} in ${figure.slice} ${figure.member}, ${figure.period}: what release ${release} had, and what has come since`;
  relations.push({ says, totals: [own, since], of: [now], owners: null, spansPartners: false, overTime: true });
  return own;
}

/** Every number of today with what a release had and with what has come, or gone, since. */
export function linksOf({ cells, relations }: { cells: readonly Cell[]; relations: readonly Relation[] }) {
  return relations.flatMap(({ totals, of, overTime }) => {
    const all = [...totals, ...of];
    if (!overTime || all.length !== 3) return [];
    const before = all.find((cell) => cells[cell]!.role === "then");
    const since = all.find((cell) => cells[cell]!.part.includes(SINCE));
    const now = all.find((cell) => cell !== before && cell !== since);
    return before === undefined || since === undefined || now === undefined ? [] : [{ now, before, since }];
  });
}

/** Adds every sum of today as it was then, where it was another one. */
function addSumsThen(draft: SystemDraft, past: Past, relations: readonly Relation[], then: Map<number, Then>): void {
  const figures = new Set(draft.at.values());
  const unprinted = new Map<number, number>();
  const thenOf = (cell: number): Then => {
    if (figures.has(cell)) return then.get(cell);
    const known = unprinted.get(cell);
    if (known !== undefined) return known;
    const { part, ...place } = draft.cells[cell]!;
    const own = draft.cells.push({ ...place, part: partThen(part, past.release) }) - 1;
    unprinted.set(cell, own);
    return own;
  };
  const isOther = (cell: number) => figures.has(cell) && then.get(cell) !== cell;
  const isKnown = (cell: number) => !figures.has(cell) || then.get(cell) !== undefined;
  for (const relation of relations) {
    const cells = [...relation.totals, ...relation.of];
    const has = cells.some((cell) => typeof then.get(cell) === "number" && isOther(cell));
    if (!has || !cells.every(isKnown)) continue;
    const owners = relation.owners?.filter((_, at) => then.get(relation.of[at]!) !== "none") ?? null;
    const mapped = (list: readonly number[]) => list.map(thenOf).filter((one) => typeof one === "number");
    draft.relations.push({
      says: `${relation.says}, in release ${past.release}`,
      totals: mapped(relation.totals),
      of: mapped(relation.of),
      owners,
      spansPartners: relation.spansPartners && new Set(owners).size > 1,
      overTime: true,
    });
  }
}

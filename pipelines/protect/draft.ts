import { type Contributions, peopleAlike } from "../../models/relations/alike-partners.ts";
import { zerosAround } from "../../models/relations/bounds.ts";
import { addressOf } from "../../models/relations/cell.ts";
import { isOfFew, type Protection } from "../../models/relations/criterion.ts";
import { heldInside } from "../../models/relations/held-inside.ts";
import { type Incidence, incidenceOf } from "../../models/relations/incidence.ts";
import type { Past } from "../../models/relations/past.ts";
import { kindOf, type RelationSystem } from "../../models/relations/system.ts";
import type { FigureTable } from "../../models/warehouse.ts";
import { costOf } from "./cost.ts";
import { decidedThen } from "./decided-then.ts";

/** What is to become of a cell. `absent` ones are zeros everybody knows of, with the reason in the figure. */
export type State = "shown" | "primary" | "complementary" | "unsettled" | "hidden" | "absent";

/** One system with its true values on the way to a release. */
export interface Draft {
  system: RelationSystem;
  incidence: Incidence;
  /** The same without what holds over time alone: all that partners are held to when they take their own people off. */
  inside: { system: RelationSystem; incidence: Incidence };
  value: Float64Array;
  /** 1 for cells that fewer people are behind than the threshold asks for, however large they are. */
  ofFew: Uint8Array;
  state: State[];
  /** 1 for cells whose value the reader does not get; kept in step with `state` by `setState`. */
  unknown: Uint8Array;
  /** What is lost when a cell is withheld. */
  cost: Float64Array;
  /** 1 for cells of which it was decided in an earlier release whether they are shown. */
  fixed: Uint8Array;
  protection: Protection;
  figures: ReadonlyMap<string, FigureTable>;
}

/** Sets what becomes of a cell, unless that was decided in an earlier release. */
export function setState(draft: Draft, cell: number, state: State): void {
  if (draft.fixed[cell]) return;
  draft.state[cell] = state;
  draft.unknown[cell] = state === "shown" || state === "absent" ? 0 : 1;
}

/** The first draft of a system: everything shown except what is small, unsettled, hidden or absent; throws when figures are missing or do not add up. */
export function draftOf(
  system: RelationSystem,
  figures: ReadonlyMap<string, FigureTable>,
  protection: Protection,
  contributions: Contributions | null,
  past: Past | null = null,
): Draft {
  const incidence = incidenceOf(system);
  const value = new Float64Array(system.cells.length);
  const draft: Draft = {
    system,
    incidence,
    inside: { system, incidence },
    value,
    ofFew: new Uint8Array(system.cells.length),
    state: [],
    unknown: new Uint8Array(system.cells.length),
    cost: new Float64Array(system.cells.length),
    fixed: new Uint8Array(system.cells.length),
    protection,
    figures,
  };
  for (const c of system.cells.keys()) setState(draft, c, "hidden");
  const counted = new Uint8Array(system.cells.length);
  const shownIn = new Uint32Array(system.cells.length);
  for (const [address, c] of system.figures) {
    const figure = figures.get(address);
    if (!figure) throw new Error(`no figure for ${address}`);
    if (counted[c] && value[c] !== figure.value) throw new Error(`not the same in every strand: ${address}`);
    shownIn[c] = shownIn[c]! + 1;
    value[c] = figure.value;
    if (isOfFew(figure, protection)) draft.ofFew[c] = 1;
    const state = system.tooEarly.has(c)
      ? "absent"
      : firstState(figure, system.cells[c]!.role === "hidden", protection);
    if (system.tooEarly.has(c) && figure.value !== 0) throw new Error(`counted too early: ${address}`);
    // One measure may call settled what another does not.
    if (!counted[c] || draft.state[c] === "unsettled") setState(draft, c, state);
    counted[c] = 1;
  }
  for (const [cell, people] of peopleAlike(system.alike, contributions)) {
    value[cell] = people;
    counted[cell] = 1;
  }
  addUp(draft, counted);
  const absent = Uint8Array.from(draft.state, (state) => (state === "absent" ? 1 : 0));
  zerosAround(incidence, absent).forEach((isZero, c) => {
    if (isZero) setState(draft, c, "absent");
  });
  system.cells.forEach((cell, c) => {
    draft.cost[c] = shownIn[c]! * costOf(cell, value[c]!, kindOf(system, cell));
  });
  if (!past) return draft;
  fixPast(draft, past);
  const inside = heldInside(system, (address) => figures.get(address)!.value, contributions);
  return { ...draft, inside: { system: inside, incidence: incidenceOf(inside) } };
}

function firstState(figure: FigureTable, hidden: boolean, protection: Protection): State {
  const { reason, value } = figure;
  if (!Number.isInteger(value) || value < 0) throw new Error(`invalid value of figure: ${addressOf(figure)}`);
  if (reason === "not_collected" || reason === "not_applicable") {
    if (value !== 0) throw new Error(`${reason} and yet not zero: ${addressOf(figure)}`);
    return "absent";
  }
  if (hidden) return "hidden";
  if (reason === "not_yet_settled") return "unsettled";
  return value < protection.threshold || isOfFew(figure, protection) ? "primary" : "shown";
}

/** Takes over what earlier releases decided: what they printed stays printed, and in closed periods what they withheld stays withheld. */
function fixPast(draft: Draft, past: Past): void {
  for (const [cell, shown] of decidedThen(draft.system, past)) {
    const is = draft.state[cell]!;
    if (is === "absent" || (shown && is === "primary" && draft.system.cells[cell]!.role !== "then")) continue;
    setState(draft, cell, shown ? "shown" : is === "shown" ? "complementary" : is);
    draft.fixed[cell] = 1;
    if (shown) draft.cost[cell] = Number.POSITIVE_INFINITY;
  }
}

/** Fills in what no figure counts (overlaps, rests and differences) and checks every relation. */
function addUp({ system, value }: Draft, counted: Uint8Array): void {
  const sum = (cells: readonly number[]) => cells.reduce((total, cell) => total + value[cell]!, 0);
  for (const { says, totals, of } of system.relations) {
    const open = totals.find((cell) => !counted[cell]);
    const other = open === undefined ? of.find((cell) => !counted[cell]) : undefined;
    const more = sum(of) - sum(totals);
    const is = open ?? other;
    const left = open === undefined ? -more : more;
    if (is !== undefined && left >= 0) {
      value[is] = left;
      counted[is] = 1;
    } else if (more !== 0) throw new Error(`figures do not add up: ${says}`);
  }
}

import type { FigureTable } from "../warehouse.ts";
import { addressOf } from "./cell.ts";
import { figureThen, isClosed, type Past } from "./past.ts";

/** Figures of earlier releases that count beside those of today: all of the last one in periods that are open, and older printed ones. */
export function figuresThen(past: Past): FigureTable[] {
  const open = [...past.figures.values()].filter((figure) => !isClosed(past, figure));
  const last = open.map((figure) => figureThen(figure, past.release));
  const older = open.flatMap((figure) => {
    const before = past.printed.get(addressOf(figure));
    if (before === undefined || before.release === past.release) return [];
    return [figureThen({ ...figure, value: before.value, reason: null }, before.release)];
  });
  return [...last, ...older];
}

import type { PublishedCell } from "../../models/published.ts";
import { addressOf } from "../../models/relations/cell.ts";
import type { Past } from "../../models/relations/past.ts";
import type { FigureTable } from "../../models/warehouse.ts";

/** A release that counted some figures and printed some of them; `closed` are its closed periods as `kind period`. */
export function earlierRelease(
  figures: readonly FigureTable[],
  cells: readonly PublishedCell[],
  closed: readonly string[] = [],
  release = 1,
): Past {
  const measures = new Set(figures.map(({ measure }) => measure));
  return {
    release,
    now: new Map(),
    figures: new Map(figures.map((figure) => [addressOf(figure), figure])),
    printed: new Map(
      cells.flatMap((cell) =>
        cell.value === null ? [] : [[addressOf(cell), { value: cell.value, release }] as const],
      ),
    ),
    closed: new Map([...measures].map((measure) => [measure, new Set(closed)])),
  };
}

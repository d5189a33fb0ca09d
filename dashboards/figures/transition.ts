import { ink } from "../charts/palette.ts";
import { transitionChart } from "../charts/transition-chart.ts";
import { countCell } from "../data-table.ts";
import type { FigureMaker } from "../figure-content.ts";
import { ceilingNote, levelNames } from "../sentences/levels.ts";
import { countWords } from "../sentences/numbers.ts";
import { crisisHeadline } from "../sentences/transition.ts";
import { firstMissing, keyOf, present } from "./find-rows.ts";

const levels = [1, 2, 3, 4, 5] as const;

/** One domain's movement from each starting level to each latest level. */
export const transition: FigureMaker = (request, lookup) => {
  const key = keyOf(request, request.series);
  const title = lookup.seriesTitle(request.measure, request.series);
  const at = (part: string) => lookup.cell(key, part);
  const cells = levels.flatMap((from) =>
    levels.flatMap((to) => present([at(`t_${from}_${to}`)]).map((cell) => ({ from, to, cell }))),
  );
  const drawn = cells.map(({ from, to, cell }) => ({ from, to, value: cell.value, missing: firstMissing([cell]) }));
  const withheld = drawn.some(({ missing }) => missing === "withheld");
  const starts = levels.map((from) => at(`from_${from}`));
  const paired = at("paired");
  return {
    headline: crisisHeadline(title, { from: starts[0], stayed: at("t_1_1") }, lookup.release),
    subtitle: `${title}: people by level at baseline (rows) and at the latest assessment (columns)`,
    kind: "Grid of counts, five by five",
    key: withheld ? [{ title: "withheld", fill: ink.muted, shape: "hatch" }] : [],
    widths: [330],
    draw: (frame) => transitionChart(frame, drawn),
    summary: [ceilingNote, ...(withheld ? ["Hatched cells are withheld."] : [])],
    table: {
      columns: ["Started at", ...levelNames.map((name, i) => `Now at ${i + 1} ${name}`), "All"],
      rows: levels.map((from, i) => ({
        name: `${from} ${levelNames[i]}`,
        cells: [...levels.map((to) => countCell(at(`t_${from}_${to}`))), countCell(starts[i])],
      })),
    },
    n: paired?.value == null ? "n not shown" : `n = ${countWords(paired.value)} people scored twice`,
    rows: present([...cells.map(({ cell }) => cell), ...starts, paired]),
  };
};

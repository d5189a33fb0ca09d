import { intervalChart } from "../charts/interval-chart.ts";
import { series } from "../charts/palette.ts";
import { type FigureContent, type KeyEntry, WIDE_AND_NARROW } from "../figure-content.ts";
import { bandTitle } from "../sentences/bounds.ts";
import { capital } from "../sentences/numbers.ts";
import { firstMissing, intervalOf, present } from "./find-rows.ts";
import { bandOf, countsOf, hasBands, type RateRow } from "./rate-row.ts";
import { rateTable } from "./rate-table.ts";

function drawnRow(row: RateRow) {
  const { name, rate, against } = row;
  return {
    ...{ label: name, aside: countsOf(rate), missing: firstMissing([rate]) },
    ...{ interval: intervalOf(rate), against: intervalOf(against), band: bandOf(row) },
  };
}

function keyFor(subject: string, other: string, banded: boolean): KeyEntry[] {
  const sure = (of: string) => `${of}, with 95% confidence interval`;
  const others: KeyEntry[] = [{ title: sure(capital(other)), fill: series.orange, shape: "diamond" }];
  const band: KeyEntry[] = [{ title: bandTitle, fill: series.sky, shape: "range" }];
  return [
    { title: sure(other === "" ? "Share" : subject), fill: series.navy, shape: "dot" },
    ...(other === "" ? [] : others),
    ...(banded ? band : []),
  ];
}

/** How rows of shares are named: the subject whose dots they are, the first column, what they are read against, the axis. */
export interface RowsNames {
  subject: string;
  first: string;
  other: string;
  axisLabel: string;
}

/** Key, chart, table and data of rows of shares. */
export function rateRowsContent(rows: readonly RateRow[], { subject, first, other, axisLabel }: RowsNames) {
  const banded = hasBands(rows);
  return {
    kind: `Dot chart with confidence intervals${banded ? " and bands" : ""}`,
    key: keyFor(subject, other, banded),
    widths: WIDE_AND_NARROW,
    draw: (frame) => intervalChart(frame, rows.map(drawnRow), axisLabel),
    table: rateTable(rows, first, other),
    rows: [...new Set(present(rows.flatMap(({ rate, low, high, against }) => [rate, low, high, against])))],
  } satisfies Partial<FigureContent>;
}

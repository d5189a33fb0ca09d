import { csvText } from "../../models/csv-text.ts";
import type { PublishedBenefitPoint } from "../../models/published.ts";
import { netResourcesChart } from "../charts/net-resources-chart.ts";
import { series } from "../charts/palette.ts";
import { wordsCell } from "../data-table.ts";
import { type FigureMaker, WIDE_AND_NARROW } from "../figure-content.ts";
import { dollarTick, dollarWords } from "../sentences/dollars.ts";
import { netResourcesHeadline, turnSentence } from "../sentences/net-resources.ts";
import { dayWords } from "../sentences/numbers.ts";

const dollars = (amount: number) => dollarWords(amount, "dollars a quarter");
const TABLE_STEP = 5_000;

function curveFile(points: readonly PublishedBenefitPoint[]): string {
  const head = ["family", "earned", "benefits", "net_resources"].map(csvText).join(",");
  const lines = points.map(({ family, earned, help, net }) => [csvText(family), earned, help, net].join(","));
  return [head, ...lines, ""].join("\n");
}

/** What a made-up family has at every level of earnings; the series names the family. It rests on rules, not on anybody's record. */
export const netResources: FigureMaker = (request, { publication }) => {
  const family = publication.benefit_family.find((one) => one.family === request.series);
  if (family === undefined) throw new Error(`no family in the publication: ${request.series}`);
  const points = publication.benefit_curve
    .filter((point) => point.family === family.family)
    .sort((a, b) => a.earned - b.earned);
  const turns = publication.benefit_turn
    .filter((turn) => turn.family === family.family)
    .sort((a, b) => a.position - b.position);
  const stretches = turns.map(({ kind, from_earned: from, to_earned: to }) => ({ kind, from, to }));
  const has = (kind: "cliff" | "plateau") => turns.some((turn) => turn.kind === kind);
  return {
    headline: netResourcesHeadline(family.title, turns),
    subtitle: `${family.title}: net resources in a year by earnings, illustrative, rules of ${dayWords(family.rules_of)}`,
    kind: "Line chart of dollars",
    key: [
      { title: "Net resources", fill: series.navy, shape: "line" },
      ...(has("cliff")
        ? [{ title: "Cliff: earning more leaves less", fill: series.orange, shape: "box" as const }]
        : []),
      ...(has("plateau")
        ? [{ title: "Plateau: at most 40 cents of a dollar are kept", fill: series.sky, shape: "box" as const }]
        : []),
    ],
    widths: WIDE_AND_NARROW,
    draw: (frame) => netResourcesChart(frame, points, stretches, dollarTick),
    summary: [...turns.map(turnSentence), `Assumed of this made-up family: ${family.assumed}`],
    table: {
      columns: ["Earnings in a year", "Benefits", "Net resources"],
      rows: points
        .filter(({ earned }) => earned % TABLE_STEP === 0)
        .map(({ earned, help, net }) => ({
          name: dollars(earned),
          cells: [wordsCell(dollars(help)), wordsCell(dollars(net))],
        })),
    },
    n: "",
    rows: [],
    reference: {
      source: `public benefit rules in force on ${dayWords(family.rules_of)}, for a made-up family; no record of a person is used`,
      definition: { anchor: "net-resources", title: "net resources" },
      csv: curveFile(points),
    },
  };
};

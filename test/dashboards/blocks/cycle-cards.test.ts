import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { cycleCards } from "../../../dashboards/blocks/cycle-cards.ts";
import type { FigureRequest } from "../../../dashboards/figure-request.ts";
import type { ControlSeries, Signal } from "../../../dashboards/figures/control-series.ts";
import { lookUp } from "../../../dashboards/lookup.ts";
import { html } from "../../../dashboards/markup.ts";
import { expectedSentence, resultSentences } from "../../../dashboards/sentences/cycle.ts";
import { samplePublication } from "../../support/publication.ts";

const publication = samplePublication();
const fiveHigher = { expected_direction: "higher", expected_points: 5 };

/** Two shares before a change, of 60 %, and two after it, with the signals of the four. */
function series(
  after: number,
  signals: readonly (Signal["side"] | 0)[],
  by: "limits" | "runs" = "limits",
): ControlSeries {
  const point = (share: number) => ({ numerator: share * 100, denominator: 100, share });
  const judged = signals.map((side) => (side === 0 ? null : { rule: "outside limits" as const, side }));
  const run = { median: 0.6, useful: 4, longestRun: 2, longestRunAllowed: 5, crossings: 1, crossingsExpected: 0 };
  return {
    ...{ periods: [], from: 0, stretch: [0.6, 0.6, after, after].map(point), baseline: 2 },
    judgment:
      by === "limits"
        ? { by, limits: [], widenedBy: 1, signals: judged }
        : { by, run: { ...run, signal: false }, signals: judged },
  };
}

function drawn(cycle = publication.cycle) {
  const asked: FigureRequest[] = [];
  const draw = (request: FigureRequest) => {
    asked.push(request);
    return html`<i>chart</i>`;
  };
  const { text } = cycleCards(lookUp({ ...publication, cycle }), draw);
  return { asked, page: new JSDOM(text).window.document };
}

test("every cycle is a card with what was expected, what happened and what comes next, the latest change first", () => {
  const { page } = drawn();
  expect([...page.querySelectorAll("h2")].map((title) => title.textContent)).toEqual([
    "A desk in the evening",
    "Goals in people's own words",
  ]);
  const [card] = page.querySelectorAll("section");
  expect(card?.querySelector(".subtitle")?.textContent).toBe("Harbor House, since October 1, 2025");
  expect([...card!.querySelectorAll("dt")].map((question) => question.textContent)).toEqual([
    "What did we expect?",
    "What happened?",
    "What went well?",
    "What did not go well?",
    "What next?",
    "What does the chart say?",
  ]);
  expect(card?.querySelector("dd")?.textContent).toBe("A share at least 2.5 percentage points higher.");
  expect(card?.querySelector("i")?.textContent).toBe("chart");
});

test("the chart of a cycle is of the agency's own share, judged by what came before the change", () => {
  expect(drawn().asked).toMatchObject([
    {
      ...{ id: "cycle-evening-desk", chart: "control", measure: "care-plan", rate: "planned" },
      ...{ slice: "partner", member: "harbor-house", period_kind: "year", changed_on: "2025-10-01" },
    },
    { series: "housing", slice: "network", member: "network", period_kind: "quarter", changed_on: "2025-07-01" },
  ]);
});

test("without a cycle a sentence says so", () => {
  expect(drawn([]).page.body.textContent).toBe("No improvement cycle is on record yet.");
});

test("one percentage point is said in the singular", () => {
  expect(expectedSentence({ expected_direction: "lower", expected_points: 1 })).toBe(
    "A share at least 1 percentage point lower.",
  );
});

test("no signal after the change is no change, even where there was one before it", () => {
  expect(resultSentences(series(0.62, [1, 0, 0, 0]), fiveHigher)).toEqual([
    "Before the change the share is 60%, after it 62%: 2 percentage points higher.",
    "The rules find nothing beyond chance after the change. What we expected, 5 percentage points higher, does not show so far.",
  ]);
  expect(resultSentences(series(0.6, [0, 0, 0, 0], "runs"), fiveHigher)).toEqual([
    "Before the change the share is 60%, after it 60%: no whole point apart.",
    "The rules find no lasting change. What we expected, 5 percentage points higher, does not show so far.",
  ]);
});

test("a signal after the change is said to be as expected or not, and never to prove anything", () => {
  const [, expected] = resultSentences(series(0.7, [0, 0, 0, 1]), fiveHigher);
  expect(expected).toBe(
    "After the change the rules find a signal of higher shares, the way we expected. It says where to look, and does not prove that the change is the reason.",
  );
  expect(resultSentences(series(0.5, [0, 0, -1, 0]), fiveHigher)[1]).toContain(
    "of lower shares, not what we expected.",
  );
  expect(resultSentences(series(0.5, [0, 0, -1, 1]), fiveHigher)[1]).toContain(
    "of higher and of lower shares, not what we expected.",
  );
});

test("what cannot be judged is not known, with the reason", () => {
  const why = ["too few", "too few before", "none after"] as const;
  const said = why.map((one) =>
    resultSentences({ ...series(0.6, []), judgment: { by: "nothing", why: one } }, fiveHigher),
  );
  expect(said.flat().every((sentence) => sentence.startsWith("Not known"))).toBe(true);
  expect(new Set(said.flat()).size).toBe(3);
});

import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { figure } from "../../../dashboards/figure.ts";
import { readFigureRequest } from "../../../dashboards/figure-request.ts";
import { survival } from "../../../dashboards/figures/survival.ts";
import { lookUp } from "../../../dashboards/lookup.ts";
import type { Publication, PublishedCell } from "../../../models/published.ts";
import { samplePublication } from "../../support/publication.ts";

const publication = samplePublication();
const { document } = new JSDOM("").window;
const request = readFigureRequest("id: wait\nchart: survival\nmeasure: time-to-service", {});

type Counts = Readonly<Record<string, number | PublishedCell["status"]>>;

/** The sample publication with other counts of the whole network to date; a word is the status of a count that is not shown. */
function withCounts(counts: Counts): Publication {
  const isMeant = ({ measure, slice, period_kind }: PublishedCell) =>
    measure === "time-to-service" && slice === "network" && period_kind === "all";
  const cell = publication.cell.map((row) => {
    const count = isMeant(row) ? counts[row.part] : undefined;
    if (count === undefined) return row;
    return {
      ...row,
      ...(typeof count === "number" ? { status: "shown", value: count } : { status: count, value: null }),
    };
  });
  return { ...publication, cell } as Publication;
}

/** Of 200 people 20 on day 7, 60 by day 14, 110 by day 30, none after it. */
const counts: Counts = {
  started: 200,
  ...{ by_7: 20, at_risk_7: 180, by_14: 60, at_risk_14: 140, by_30: 110, at_risk_30: 90 },
  ...{ by_90: 110, at_risk_90: 90 },
};

function contentOf(other: Counts = {}) {
  return survival(request, lookUp(withCounts({ ...counts, ...other })));
}

test("the day of half is the first by which half have had it, with the interval of that day", () => {
  const { headline, summary } = contentOf();
  expect(headline).toBe("Half of people referred by July 2, 2026 got the service within 30 days");
  expect(summary[0]).toBe("By day 90, 55% (95% CI 48% to 62%) got the service, of 200 people followed from day 0.");
  expect(summary[1]).toMatch(/^Half is reached by day 30 \(95% CI: from day 30 on, with no end within the curve\)\.$/);
});

test("where half is not reached, fewer than half had it by the last day of the curve", () => {
  const few = contentOf({
    by_30: 61,
    at_risk_30: 139,
    by_90: 61,
    at_risk_90: 139,
  });
  expect(few.headline).toBe("Fewer than half of people referred by July 2, 2026 got the service within 90 days");
  expect(few.summary[1]).toBe("Half is not reached within 90 days.");
});

test("a count that is withheld ends the curve before it, and the sentence says why", () => {
  const { headline, summary, table, draw } = contentOf({ by_14: "withheld", at_risk_14: "withheld" });
  expect(headline).toBe("Fewer than half of people referred by July 2, 2026 got the service within 7 days");
  expect(summary.join(" ")).toContain("The curve ends at day 7: what comes after it, up to day 90, is withheld.");
  expect(summary[1]).toMatch(/^Half is not reached as far as the curve goes/);
  expect(table.rows.map(({ cells }) => cells[2]!.words)).toEqual(["10%", ...Array(3).fill("withheld")]);
  expect(draw({ document, width: 330, id: "wait" }).outerHTML).toContain("withheld");
});

test("the curve ends where fewer people are at risk than a share may rest on", () => {
  const { summary } = contentOf({ by_30: 181, at_risk_30: 19, by_90: 182, at_risk_90: 18 });
  expect(summary.join(" ")).toContain(
    "The curve ends at day 30: what comes after it, up to day 90, is based on too few",
  );
});

test("with its first count withheld there is no curve, and no number of the estimate", () => {
  const { headline, summary, table } = contentOf({ started: "withheld" });
  expect(headline).toBe("Time until a referral leads to the service: no curve can be shown");
  expect(summary[0]).toBe("The curve cannot be drawn: what comes after it, up to day 90, is withheld.");
  expect(table.rows.every(({ cells }) => cells[2]!.missing === "withheld")).toBe(true);
});

test("a partner that sends no referrals has one sentence in place of the figure", () => {
  const own = { ...request, slice: "partner" as const, member: "cedar-family" };
  const lookup = lookUp(publication);
  const page = figure(survival(own, lookup), own, { id: "wait", file: "wait.csv", toRoot: "./" }, lookup, {
    document,
    charts: new Map(),
  });
  expect(new JSDOM(page.text).window.document.body.textContent).toBe(
    "Time until a referral leads to the service at =Cedar Family Network: not collected.\n",
  );
});

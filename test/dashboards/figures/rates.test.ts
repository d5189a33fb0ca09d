import { expect, test } from "vitest";
import { readFigureRequest } from "../../../dashboards/figure-request.ts";
import { rates } from "../../../dashboards/figures/rates.ts";
import { lookUp } from "../../../dashboards/lookup.ts";
import { samplePublication } from "../../support/publication.ts";

const lookup = lookUp(samplePublication());
const subtitleOf = (measure: string) =>
  rates(readFigureRequest(`id: shares\nchart: rates\nmeasure: ${measure}`, {}), lookup).subtitle;

test("shares of different people are said to be of the measure's people, and not of those of the first share", () => {
  expect(["benefit-loss", "job-loss", "grew-up-with-assistance", "benefits-by-program"].map(subtitleOf)).toEqual([
    "Benefits lost, by whether earnings rose: shares of people who entered with a benefit by August 31, 2025, whole network",
    "Job loss, step by step: shares of people in a job by September 30, 2025, whole network",
    "Grew up with the same assistance: shares of people who entered and received a benefit by July 2, 2026, whole network",
    "Benefits by program: shares of people who entered by July 2, 2026, whole network",
  ]);
});

test("shares of the same people, and one share alone, say whose they are", () => {
  expect(["returns-after-exit", "benefits-received"].map(subtitleOf)).toEqual([
    "Homeless at a later entry: shares of people who left for permanent housing by September 30, 2024, whole network",
    "Benefits received: share of people who entered by July 2, 2026 who received a benefit in the first 90 days, whole network",
  ]);
});

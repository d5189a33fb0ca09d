import { expect, test } from "vitest";
import { audiencesOf, folderOf } from "../../dashboards/audience.ts";
import { readFigureRequest } from "../../dashboards/figure-request.ts";
import { funnel } from "../../dashboards/figures/funnel.ts";
import { standardised } from "../../dashboards/figures/standardised.ts";
import { lookUp } from "../../dashboards/lookup.ts";
import { seenBy } from "../../dashboards/seen-by.ts";
import type { Publication } from "../../models/published.ts";
import { samplePublication } from "../support/publication.ts";

const sample = samplePublication();
const kinds = { partner: sample.partner.map((partner) => ({ ...partner, kind: "hub" })) };
const network = sample.cycle.find(({ agency }) => agency === "network")!;
const publication: Publication = {
  ...sample,
  ...kinds,
  program: sample.program.map((program) => ({ ...program, tier: "work" })),
  cycle: [...sample.cycle, { ...network, cycle: "named", went_well: "Harbor House began, others followed." }],
};
const audience = audiencesOf(publication).find((one) => folderOf(one) === "agency/bridge-works")!;
const seen = seenBy(audience, publication);
const lookup = lookUp(seen, audience);

test("a partner sees its own name and nobody else's", () => {
  expect(seen.partner.map(({ name }) => name)).toEqual([
    "Another partner",
    "Bridge Works & Learning",
    "Another partner",
  ]);
  expect(seen.program.filter(({ name }) => name !== "Another partner").map(({ name }) => name)).toEqual([
    "Job readiness",
    "Referral desk",
    "Night classes for parents",
  ]);
});

test("a partner sees its own cycles and contracts, and of the network's cycles those that name no other", () => {
  expect(seen.cycle.map(({ cycle }) => cycle)).toEqual(["own-words"]);
  expect([seen.contract, seen.contract_rate]).toEqual([[], []]);
});

test("staff and funders see the publication as it is", () => {
  for (const one of audiencesOf(publication).slice(0, 2)) expect(seenBy(one, publication)).toBe(publication);
});

const request = readFigureRequest(
  "id: f\nchart: funnel\nmeasure: matrix-movement\nseries: housing\nrate: improved\nslice: program\ngroup: work",
  {},
);

test("beside others a partner's own programs have names and numbers, and the others are marks alone", () => {
  const { table, rows, key, summary } = funnel(request, lookup);
  expect(table.rows.map(({ name }) => name)).toEqual([
    "Job readiness, Bridge Works & Learning",
    "Night classes for parents, Bridge Works & Learning",
    "Referral desk, Bridge Works & Learning",
  ]);
  expect(rows.map(({ member }) => member).sort()).toEqual(["bw-desk", "bw-jobs", "bw-night"]);
  expect(key[0]).toMatchObject({ title: "Ringed: your programs", shape: "ring" });
  expect(summary.join(" ")).not.toMatch(/Another partner|Harbor|Cedar/);
});

test("the others stand in the order of their size, so that their order tells no name", () => {
  const turned = {
    ...publication,
    program: publication.program.toReversed(),
    partner: publication.partner.toReversed(),
  };
  const page = (from: Publication) => {
    const { draw: _, ...rest } = funnel(request, lookUp(seenBy(audience, from), audience));
    return rest;
  };
  expect(page(turned)).toEqual(page(publication));
});

test("beside what is expected stands the partner's own ratio alone", () => {
  const ratios = readFigureRequest(
    "id: r\nchart: standardised\nmeasure: job-placement\nslice: partner\nmember: each",
    {},
  );
  expect(standardised(ratios, lookup).rows.map(({ member }) => member)).toEqual(["bridge-works"]);
});

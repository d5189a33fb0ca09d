import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { assessmentScore } from "../../models/contract/assessment-score.ts";
import { arizonaDomains, azSsm15, azSsm18 } from "../../models/instruments/arizona.ts";
import { azSsm20, healthColumns } from "../../models/instruments/arizona-health.ts";
import { instruments, matrixDomains, matrixVersions } from "../../models/instruments/catalogue.ts";
import { allDomains, crosswalk, lensOf } from "../../models/instruments/crosswalk.ts";
import { isat, isatDomains } from "../../models/instruments/isat.ts";
import { lenses } from "../../models/instruments/lens.ts";

const versions = [azSsm15, azSsm18, azSsm20];

/** Columns of the table self_sufficiency_matrix_forms, as Green River names them. */
const greenRiver =
  "housing income benefits disabilities food employment education mobility life healthcare physical_health mental_health substance_abuse criminal legal safety risk family community time";

describe("versions of the matrix", () => {
  test("ask about 15, 18 and 20 domains, each once and each described", () => {
    expect(versions.map(({ domains }) => domains.length)).toEqual([15, 18, 20]);
    const known = new Set(allDomains.map(({ id }) => id));
    for (const { domains } of versions) {
      expect(new Set(domains).size).toBe(domains.length);
      expect(domains.filter((domain) => !known.has(domain))).toEqual([]);
    }
  });
  test("the health variant's columns have one canonical domain each", () => {
    const columns = greenRiver.split(" ").map((column) => healthColumns[column] ?? column);
    expect(columns.sort()).toEqual([...azSsm20.domains].sort());
  });
  test("no domain is described twice", () => {
    expect(new Set(allDomains.map(({ id }) => id)).size).toBe(allDomains.length);
  });
});

describe("lenses", () => {
  test("there are eight, and every domain of the widely used form is in one", () => {
    expect(lenses).toHaveLength(8);
    expect(arizonaDomains.filter(({ lens }) => lens === null)).toEqual([]);
  });
  test("every domain of every version is in one lens or visibly in none, and none is lost", () => {
    for (const version of versions) {
      const rows = crosswalk(version);
      expect(rows.map(({ lens }) => lens)).toEqual([...lenses, "unmapped"]);
      expect(rows.flatMap(({ domains }) => domains).sort()).toEqual([...version.domains].sort());
    }
  });
  test("the widely used form by lens", () => {
    expect(Object.fromEntries(crosswalk(azSsm18).map(({ lens, domains }) => [lens, domains.join(" ")]))).toEqual({
      "Environmental Health": "",
      "Housing Stability": "housing",
      "Food & Nutrition": "food",
      "Employment & Income Stability": "employment income",
      Transportation: "mobility",
      Safety: "legal safety",
      Education: "childcare child_education adult_education life_skills parenting",
      "Health & Well-being": "health_care family_relations community mental_health substance_abuse disabilities",
      unmapped: "",
    });
  });
  test("what the health variant adds and no lens fits stays visible", () => {
    expect(crosswalk(azSsm20).at(-1)).toEqual({ lens: "unmapped", domains: ["benefits", "risk", "time"] });
    expect(lensOf("physical_health")).toBe("Health & Well-being");
  });
  test("a domain nobody has described is unmapped", () => {
    expect(lensOf("zeal")).toBe("unmapped");
    expect(crosswalk({ domains: ["zeal"] }).at(-1)).toEqual({ lens: "unmapped", domains: ["zeal"] });
  });
  test("the ISAT has 14 domains, in all lenses, called illustrative one by one, and none of them the matrix's", () => {
    expect([isat.domains.length, isat.illustrative]).toEqual([14, true]);
    expect(isatDomains.filter(({ title }) => !title.endsWith("(illustrative)"))).toEqual([]);
    expect(isat.domains.filter((domain) => matrixDomains.includes(domain))).toEqual([]);
    const rows = crosswalk(isat);
    expect(rows.filter(({ domains }) => domains.length === 0)).toEqual([]);
    expect(rows.at(-1)).toEqual({ lens: "unmapped", domains: ["isat_culture"] });
  });
});

test("the page on self-sufficiency says which domain is in which lens", () => {
  const page = readFileSync(
    path.resolve(import.meta.dirname, "../../dashboards/pages/shared/self-sufficiency.md"),
    "utf8",
  );
  const title = new Map(allDomains.map((domain) => [domain.id, domain.title]));
  const said = [...page.matchAll(/^- \*\*(.+)\*\*: (.+)$/gm)].map(([, lens, domains]) => `${lens}: ${domains}`);
  const lines = crosswalk(azSsm18).map(({ lens, domains }) => {
    const name = lens === "unmapped" ? "Not in any lens" : lens;
    return `${name}: ${domains.map((id) => title.get(id)).join("; ") || "none"}`;
  });
  expect(said).toEqual(lines);
});

describe("families", () => {
  test("the versions of the matrix can be compared, the ISAT with none of them", () => {
    expect(matrixVersions).toEqual(["az-ssm-15", "az-ssm-18", "az-ssm-20"]);
    expect(matrixDomains).toHaveLength(23);
  });
  test("every domain code is one that the contract takes", () => {
    const { pattern } = assessmentScore.fields.domain;
    const codes = instruments.flatMap(({ id, domains }) => [...domains, id.replaceAll(/[-0-9]/g, "")]);
    expect(codes.filter((code) => !new RegExp(`^(?:${pattern})$`).test(code))).toEqual([]);
  });
});

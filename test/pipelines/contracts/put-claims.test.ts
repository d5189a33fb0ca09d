import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkClaimsPlace, putClaims } from "../../../pipelines/contracts/put-claims.ts";

let folder = "";
let places = { claims: "", ledger: "", standing: "" };
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-claims-"));
  const within = (name: string) => path.join(folder, name);
  places = { claims: within("claims"), ledger: within("ledger.json"), standing: within("standing.json") };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const built = (run: string) => {
  const place = path.join(folder, `claims.${run}`);
  mkdirSync(place);
  writeFileSync(path.join(place, "report.html"), run);
  return place;
};

test("the folders of a run take the place of those before, and no run stands until it has put the rest in its place", () => {
  for (const run of ["run-1", "run-2"]) {
    writeFileSync(places.standing, "{}");
    putClaims(places, built(run), []);
    expect(readFileSync(path.join(places.claims, "report.html"), "utf8")).toBe(run);
  }
  expect(readdirSync(folder)).toEqual(["claims"]);
});

test("a network that has no contract any more has no folders of them either", () => {
  putClaims(places, built("run-1"), []);
  putClaims(places, path.join(folder, "claims.run-2"), []);
  expect(readdirSync(folder)).toEqual([]);
});

test("a file in the place of the folders is not replaced, and the run before stands", () => {
  writeFileSync(places.claims, "mine");
  writeFileSync(places.standing, "{}");
  expect(() => checkClaimsPlace(places)).toThrow("not a folder, so not replaced");
  expect(() => putClaims(places, built("run-1"), [])).toThrow("not a folder, so not replaced");
  expect([readFileSync(places.claims, "utf8"), existsSync(places.standing)]).toEqual(["mine", true]);
});

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkFeedbackPlace, putFeedback } from "../../../pipelines/quality/put-feedback.ts";

let folder = "";
let places = { feedback: "", standing: "" };
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-feedback-"));
  places = { feedback: path.join(folder, "feedback"), standing: path.join(folder, "standing.json") };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const built = (run: string) => {
  const place = path.join(folder, `feedback.${run}`);
  mkdirSync(place);
  writeFileSync(path.join(place, "report.html"), run);
  return place;
};

test("the packs of a run take the place of those before, and no run stands until it has put the rest in its place", () => {
  for (const run of ["run-1", "run-2"]) {
    writeFileSync(places.standing, "{}");
    putFeedback(places, built(run));
    expect(readFileSync(path.join(places.feedback, "report.html"), "utf8")).toBe(run);
  }
  expect(readdirSync(folder)).toEqual(["feedback"]);
});

test("a file in the place of the packs is not replaced, and the run before stands", () => {
  writeFileSync(places.feedback, "mine");
  writeFileSync(places.standing, "{}");
  expect(() => checkFeedbackPlace(places)).toThrow("not a folder, so not replaced");
  expect(() => putFeedback(places, built("run-1"))).toThrow("not a folder, so not replaced");
  expect([readFileSync(places.feedback, "utf8"), existsSync(places.standing)]).toEqual(["mine", true]);
});

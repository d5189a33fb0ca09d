import { expect, test } from "vitest";
import { validity } from "../../models/quality/validity.ts";
import { aside, file, qualityOf } from "./quality-of.ts";

test("a row that breaks two rules counts once among the rows set aside, and once for each rule", async () => {
  const hash = { rule: "bare_hash", says: "this is a bare hash" };
  const received = { received_file: [file()], set_aside: [aside(3), aside(3, hash), aside(7)] };
  expect(await qualityOf(validity, {}, received)).toEqual({
    "person any_rule": "2/10",
    "person required Person": "2/10",
    "person bare_hash Person": "1/10",
  });
});

test("a whole file is no row, and a record kind without a broken row says so", async () => {
  const received = {
    received_file: [file(), file({ record: "enrollment", row_count: 4 })],
    set_aside: [aside(3), { ...aside(0), row_number: null, record: "" }],
  };
  const found = await qualityOf(validity, {}, received);
  expect([found["person any_rule"], found["enrollment any_rule"]]).toEqual(["1/10", "0/4"]);
});

test("a file sent again under its name takes the place of the earlier one, in rows and in those set aside", async () => {
  const old = "1".repeat(64);
  const received = {
    received_file: [file({ row_count: 8 }), file({ file_hash: old, row_count: 5, superseded: true })],
    set_aside: [aside(3, { file_hash: old }), aside(4)],
  };
  expect((await qualityOf(validity, {}, received))["person any_rule"]).toBe("1/8");
});

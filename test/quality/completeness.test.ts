import { expect, test } from "vitest";
import { completeness } from "../../models/quality/completeness.ts";
import { enrolled, person } from "../support/warehouse.ts";
import { aside, file, qualityOf } from "./quality-of.ts";

test("an answer of not known is no answer, and neither is an empty cell", async () => {
  const people = [person("ann", { gender: "woman" }), person("bob", { gender: "unknown" }), person("cat")];
  const found = await qualityOf(completeness, { person: people });
  expect([found["person gender"], found["person language"]]).toEqual(["1/3", "0/3"]);
});

test("why an episode ended is asked of those that have, and the day it ended of none", async () => {
  const enrollment = [
    enrolled("ann", "2024-01-01", { exited_on: "2024-02-01", exit_reason: "completed" }),
    enrolled("bob", "2024-01-01", { exited_on: "2024-02-01" }),
    enrolled("cat", "2024-01-01"),
  ];
  const found = await qualityOf(completeness, { enrollment });
  expect([found["enrollment exit_reason"], found["enrollment exited_on"]]).toEqual(["1/2", undefined]);
});

test("a linkage token is asked of the people of a partner that links them", async () => {
  const people = [person("ann", { linkage_key: "l" }), person("bob"), person("eve", { partner_id: "school" })];
  const found = await qualityOf(completeness, { person: people });
  expect(Object.entries(found).filter(([address]) => address.includes("linkage"))).toEqual([
    ["person linkage_token", "1/2"],
  ]);
});

test("a required field lacks the rows set aside for it and no others, of all rows of the files that are not superseded", async () => {
  const old = "1".repeat(64);
  const column = { ...file(), field: "person_token", column_name: "Person" };
  const { partner_id, feed_id, file_hash, record, field, column_name } = column;
  const named = { partner_id, feed_id, file_hash: file_hash!, record, field, column_name } as const;
  const received = {
    received_file: [file(), file({ file_hash: old, superseded: true })],
    received_column: [named, { ...named, file_hash: old }] as never,
    set_aside: [aside(3), aside(4), aside(5, { rule: "bare_hash" }), aside(6, { file_hash: old })],
  };
  expect(await qualityOf(completeness, {}, received)).toEqual({ "person person_token Person": "8/10" });
});

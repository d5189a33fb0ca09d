import { expect, test } from "vitest";
import { columnFaults, nearest } from "../../../pipelines/intake/columns.ts";
import { Feed, type TableFeed } from "../../../pipelines/network.ts";

const feed = Feed.parse({
  id: "people",
  record: "person",
  files: "people.csv",
  columns: { person_token: "Client Key", gender: "Gender" },
  ignore: ["Worker"],
}) as TableFeed;

test("what is mapped or ignored passes; anything else is unknown, and what is missing is named", () => {
  expect(columnFaults("people.csv", ["Client Key", "Gender", "Worker"], [feed])).toEqual([]);
  expect(columnFaults("people.csv", ["ClientKey", "Gender", "Shoe size"], [feed])).toEqual([
    { code: "unknown-column", facts: { file: "people.csv", column: "ClientKey", nearest: "Client Key" } },
    { code: "unknown-column", facts: { file: "people.csv", column: "Shoe size", nearest: null } },
    { code: "missing-column", facts: { file: "people.csv", column: "Client Key", field: "person_token" } },
  ]);
});

test("a suggestion differs by no more than a third of the name", () => {
  expect(nearest("Stat", ["Start", "End"])).toBe("Start");
  expect(nearest("entry_date", ["Entry Date"])).toBe("Entry Date");
  expect(nearest("Zip", ["Start"])).toBeNull();
});

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { type ColumnShape, type DateFormat, dateFormats } from "../../../pipelines/map/column-shape.ts";
import { partnerYaml } from "../../../pipelines/map/partner-yaml.ts";
import { proposeTable } from "../../../pipelines/map/propose-table.ts";

const names = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    "Client",
    "Gender",
    "Start Date",
    "Program",
    "Amount",
    "a: b # c",
    '"',
    "- x",
    "{ }",
    "two\nlines",
    "null",
    "~",
  ),
);
const none = Object.fromEntries(dateFormats.map((format) => [format, 0])) as Record<DateFormat, number>;

type Kind = "tokens" | "dates" | "words" | "numbers";

/** A column of one kind of values. */
function shape(column: string, kind: Kind, words: readonly string[] = [], distinct = 10): ColumnShape {
  const count = (of: Kind) => (kind === of ? 10 : 0);
  return {
    column,
    filled: 10,
    distinct,
    tokens: count("tokens"),
    keyId: null,
    dates: { ...none, "YYYY-MM-DD": count("dates") },
    months: 0,
    booleans: 0,
    integers: count("numbers"),
    numbers: count("numbers"),
    counties: 0,
    low: kind === "numbers" ? 1 : null,
    high: kind === "numbers" ? 5 : null,
    words: kind === "words" ? words.map((word) => ({ word, rows: 5 })) : null,
  };
}

const kinds = fc.constantFrom<Kind>("tokens", "dates", "words", "numbers");
const wordLists = fc.uniqueArray(names, { minLength: 1, maxLength: 5, selector: (word) => word.toLowerCase() });
const others = fc.array(fc.tuple(names, kinds, wordLists), { maxLength: 5 });

/** Columns of an enrollment, its programs of any name, among others of any name. */
const table = fc.tuple(wordLists, others).map(([programs, more]) => {
  const shapes = [
    shape("Episode", "tokens"),
    shape("Client", "tokens", [], 5),
    shape("Program", "words", programs),
    shape("Start Date", "dates"),
    ...more.map(([name, kind, words]) => shape(name, kind, words)),
  ];
  return [...new Map(shapes.map((each) => [each.column, each])).values()];
});

test("whatever columns and words are called, the proposal is YAML that says the same of them, one line each", () => {
  fc.assert(
    fc.property(table, (shapes) => {
      const table = proposeTable({ name: "enrollments.csv", shapes }, { id: "hub", programs: {}, partners: {} });
      if (!table) throw new Error("nothing is proposed");
      const feed = {
        id: "enrollments",
        files: "enrollments.csv",
        written: { delimiter: ";" },
        passed: [],
        tables: [table] as const,
      };
      const { yaml, undecided } = partnerYaml({
        id: "hub",
        feeds: [feed],
        unknown: [],
        schema: "s.json",
        known: undefined,
        tiers: [],
      });
      const [read] = parse(yaml).feeds;
      expect(read.record).toBe(table.record);
      expect(read.delimiter).toBe(";");
      const columns = Object.entries(
        (read.columns ?? {}) as Record<string, string | { from?: string; words?: object }>,
      );
      const from = columns.map(([field, column]) => [field, typeof column === "string" ? column : column.from]);
      const is = table.columns.map((column) => [column.field, "from" in column ? column.from : undefined]);
      expect(Object.fromEntries(from)).toEqual(Object.fromEntries(is));
      expect(yaml.split("\n").filter((line) => line.includes("# TODO")).length).toBe(undecided);
    }),
    { numRuns: 60 },
  );
});

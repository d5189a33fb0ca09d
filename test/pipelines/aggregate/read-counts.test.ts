import { expect, test } from "vitest";
import { readCounts } from "../../../pipelines/aggregate/read-counts.ts";

const read = (text: string) => readCounts("counts.csv", new TextEncoder().encode(text));
const header = "measure,part,slice,member,period,count";

test("rows come with their number, whatever the case, the blanks, the order of columns, the delimiter and the line ends", () => {
  const { lines, faults } = read(
    "\ufeffcount;period;member;slice;Part;MEASURE\r\n\r\n 412 ;to-date;everyone;everyone;people;People-Served\r\n",
  );
  expect(faults).toEqual([]);
  expect(lines).toEqual([
    {
      row: 3,
      measure: "people-served",
      series: "all",
      part: "people",
      slice: "everyone",
      member: "everyone",
      period: "to-date",
      count: "412",
    },
  ]);
});

test("a column that is not of a table of counts refuses it, be it a token", () => {
  const { lines, faults } = read(`${header},person_token\na,b,c,d,e,1,v1:x:y\n`);
  expect(lines).toEqual([]);
  expect(faults).toEqual([
    {
      code: "counts-header",
      facts: { file: "counts.csv", columns: "measure, series, part, slice, member, period, count" },
    },
  ]);
});

test("a column that is missing or named twice refuses it", () => {
  expect(read("measure,part,slice,member,count\n").faults.map(({ code }) => code)).toEqual(["counts-header"]);
  expect(read(`${header},count\n`).faults.map(({ code }) => code)).toEqual(["counts-header"]);
});

test("a ragged row is named by its number", () => {
  expect(read(`${header}\npeople-served,people\n`).faults).toEqual([
    { code: "counts-ragged", facts: { file: "counts.csv", row: 2, cells: 2, columns: 6 } },
  ]);
});

test("what is not UTF-8 text cannot be read", () => {
  const { faults } = readCounts("counts.csv", new Uint8Array([0x6d, 0xff, 0x2c]));
  expect(faults).toEqual([
    { code: "counts-unreadable", facts: { file: "counts.csv", because: "it is not UTF-8 text" } },
  ]);
  expect(read(`${header}\u0000`).faults.map(({ code }) => code)).toEqual(["counts-unreadable"]);
});

import { expect, test } from "vitest";
import { pirlElements } from "../../pipelines/pirl-elements.ts";
import { spelledElement } from "../../pipelines/pirl-spelling.ts";
import { screenHeader } from "../../pipelines/screen/screen-header.ts";

test.each([
  ["PIRL900", "900", true],
  ["pirl 900", "900", true],
  ["PIRL_1602", "1602", true],
  ["P1303", "1303", false],
  ["p1303", "1303", false],
  ["1602", "1602", false],
  ["PIRL108-A", "108A", true],
  ["PIRL108A", "108A", true],
  ["108 A", "108A", false],
  ["PIRL 3000", "3000", true],
  ["PIRL4001", "CALC4001", true],
  ["CALC4001", "CALC4001", true],
  ["900 Date of Program Entry (WIOA)", "900", true],
  ["1302 Date Entered Training #1 (WIOA)", "1302", true],
  ["1302 Date Entered Training 1", "1302", true],
  ["PIRL 901: Date of Program Exit", "901", true],
  ["211 American Indian / Alaska Native\n(WIOA)", "211", true],
  ["1618 Retention with the same employer in the 2nd Quarter and the 4th Quarter (WIOA)", "1618", true],
  ["Date of Program Entry", "900", true],
  ["Date Attained Recognized Credential 1", "1801", true],
  ["Date Attained Recognized Credential #2 (WIOA)", "1803", true],
  ["Sex", "201", false],
  ["Adult", "903", false],
  ["AgeAtEntry", "AgeAtEntry", true],
  ["age_at_entry", "AgeAtEntry", true],
])("%j is element %s", (column, element, sure) => expect(spelledElement(column)).toEqual({ element, sure }));

test.each([
  "",
  "TN",
  "1",
  "20240115",
  "00",
  "7500.00",
  "Entry Dt",
  "PIRL",
  "CALC12",
  "99",
  "5000",
  "v1:p:aaaa",
  "Caseworker",
])("%j is none", (column) => expect(spelledElement(column)).toBeNull());

test("every element that is read is known by its number and by its name, and no name of one is an identifier's", () => {
  for (const [element, { name }] of Object.entries(pirlElements)) {
    const columns = [element, name, ...(/^\d/.test(element) ? [`${element} ${name} (WIOA)`, `PIRL${element}`] : [])];
    for (const column of columns) expect([column, spelledElement(column)?.element]).toEqual([column, element]);
    expect(screenHeader("p.csv", columns, new Set())).toEqual([]);
  }
});

import { expect, test } from "vitest";
import { findingsCsv } from "../../../pipelines/check/findings-csv.ts";

const finding = {
  file: "a.csv",
  row: 3,
  column: "Day",
  rule: "not_a_date",
  says: 'write "a day"',
  effect: "set aside",
};

test("each finding is a line, quotation marks doubled", () => {
  expect(findingsCsv([finding, { ...finding, row: null, column: null }])).toBe(
    'file,row,column,rule,sentence,effect\r\n"a.csv",3,"Day","not_a_date","write ""a day""","set aside"\r\n"a.csv",,,"not_a_date","write ""a day""","set aside"\r\n',
  );
});

test.each(["=1+1", "+1", "-1", "@x", "\tx", "＝1+1", "  =1"])(
  "a name such as %j is text to a spreadsheet",
  (column) => {
    expect(findingsCsv([{ ...finding, column }])).toContain(`,"'${column}",`);
  },
);

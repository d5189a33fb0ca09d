import { expect, test } from "vitest";
import { identifierInFileName } from "../../../pipelines/screen/screen-file-name.ts";

test.each([
  ["people-123-45-6789.csv", "a Social Security number"],
  ["people_123_45_6789.csv", "a Social Security number"],
  ["123.45.6789.csv", "a Social Security number"],
  ["people ١٢٣-٤٥-٦٧٨٩.csv", "a Social Security number"],
  ["jane.doe@x.org.csv", "an e-mail address"],
  ["901-555-0143.csv", "a telephone number"],
  ["people-901-555-0143.csv", "a telephone number"],
  ["call (901) 555-0143.csv", "a telephone number"],
  ["people_901_555_0143.csv", "a telephone number"],
  ["Jane Doe 01-02-1980.csv", "a date of birth"],
  ["jane_doe_1980-02-01.csv", "a date of birth"],
  ["doe19800201.csv", "a date of birth"],
  ["doe-31.12.1999.csv", "a date of birth"],
  ["jane dob 3-4-2012.csv", "a date of birth"],
  ["people-Maria-Lopez.csv", "a person's name"],
  ["MariaLopez_export.xlsx", "a person's name"],
  ["smith_james 2025.csv", "a person's name"],
  ["Intake of María Peña.csv", "a person's name"],
  ["412650001.csv", "a Social Security number"],
  ["9015550143.csv", "a telephone number"],
  ["client ssn 412650001.csv", "a Social Security number"],
  ["people 412--65--0001.csv", "a Social Security number"],
])("%s is named for %s", (name, kind) => {
  expect(identifierInFileName(name)).toBe(kind);
});

test.each([
  "people.csv",
  "people-2025-06-30.csv",
  "people-20250630.csv",
  "people_06-30-2025.csv",
  "EPISODES_20250630_120000.csv",
  "EPISODES_2025063012.csv",
  "enrollments 2025-07 to 2026-06.csv",
  "enrollments-2024-07-01-2025-06-30.csv",
  "batch-101-12-2024.csv",
  "export-1751241600.csv",
  "export 412650001.csv",
  "PY2025-Q3.csv",
  "births-2025.csv",
  "april-may-june.csv",
  "summer young adults.csv",
  "grace house people.csv",
  "martha-obrien-center-episodes.csv",
  "jackson madison counties.csv",
  "jobs for life 2025.csv",
  "Client.csv",
  "0f8fad5b-d9cb-469f-a165-70867728950e.csv",
  `${"0c1d2e3f".repeat(8)}`,
])("%s is innocent", (name) => {
  expect(identifierInFileName(name)).toBeNull();
});

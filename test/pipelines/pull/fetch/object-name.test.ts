import { expect, test } from "vitest";
import { isPlainName } from "../../../../pipelines/pull/fetch/object-name.ts";

test.each(["people.csv", "people 2026-01.csv", "10:30 people.csv", "Leute-März.csv", "a+b(1).csv", "x"])(
  "%s is the name of a file",
  (name) => expect(isPlainName(name)).toBe(true),
);

test.each([
  "",
  ".",
  "..",
  ".hidden.csv",
  "../x.csv",
  "a/b.csv",
  "/etc/passwd",
  "a\\b.csv",
  "C:x.csv",
  "a\0b.csv",
  "a\nb.csv",
  "a\u202eb.csv",
  "a\u2028b.csv",
  "..%2fx.csv",
  "a%5cb.csv",
  "people.csv ",
  "people.csv.",
  "-rf",
  "x".repeat(201),
  "\ud800.csv",
])("%j leads elsewhere, hides, or is no name", (name) => expect(isPlainName(name)).toBe(false));

import { expect, test } from "vitest";
import { parse } from "yaml";
import { yamlText } from "../../../pipelines/map/yaml-text.ts";

test.each([
  "Name",
  "yes",
  "01",
  "a: b",
  "- x",
  "# no",
  "{x}",
  "two\nlines",
  "[a, b]",
  "",
  "tab\there",
  "\u202eright",
  "*x",
  "'q'",
  '"d"',
  "null",
  "2025-01-01",
  "\u0007bell",
])("%j is one visible line of YAML that reads as the text it was", (text) => {
  const line = yamlText(text);
  expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(parse(`a: ${line}`)).toEqual({ a: text });
  expect(parse(`a: [${line}]`)).toEqual({ a: [text] });
  expect(parse(`${line}: a`)).toEqual({ [text]: "a" });
});

import { expect, test } from "vitest";
import { recordKind, recordKinds } from "../../models/contract/catalogue.ts";
import { fieldRules } from "../../models/contract/field-rules.ts";
import { reasonSentence } from "../../models/contract/reason.ts";

test("every rule of every record kind has a sentence", () => {
  for (const record of recordKinds) {
    for (const [name, field] of Object.entries(record.fields)) {
      for (const rule of fieldRules(field)) expect(reasonSentence(record, name, rule.id)).toMatch(/^[a-z].{10,}[^.]$/);
    }
    for (const rule of record.rules) expect(reasonSentence(record, rule.field, rule.id)).toBe(rule.says);
  }
});

test("the sentences a partner reads", () => {
  const says = (column: string, rule: string) => reasonSentence(recordKind("enrollment"), column, rule);
  expect(says("entered_on", "required")).toBe("the cell is empty and must not be");
  expect(says("exited_on", "exit_after_entry")).toBe("the exit date must not be before the entry date");
  expect(says("age_at_entry", "too_large")).toBe("the value is above what the field allows (0 to 90)");
  expect(says("person_token", "bare_hash")).toBe(
    "this is a bare hash, which can be reversed; make tokens with the partner's key",
  );
  const [kind, column] = recordKinds.flatMap((record) =>
    Object.entries(record.fields).flatMap(([name, field]) => (field.type === "text" ? [[record, name] as const] : [])),
  )[0]!;
  expect(reasonSentence(kind, column, "too_long")).toMatch(/^the text is longer than \d+ characters; shorten it$/);
  expect(() => says("person_token", "nonsense")).toThrow("unknown rule: enrollment.person_token:nonsense");
});

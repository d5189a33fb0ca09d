import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { dataDictionary } from "../../../dashboards/blocks/data-dictionary.ts";
import { recordKinds } from "../../../models/contract/catalogue.ts";

test("every field of every record kind has a row, with its codes, and a section to link to", () => {
  const { document } = new JSDOM(dataDictionary().text).window;
  for (const { kind, fields } of recordKinds) {
    const rows = [...document.querySelectorAll(`#${kind} tbody tr`)].map((row) => row.querySelector("th")!.textContent);
    expect(rows).toEqual(Object.keys(fields));
  }
  const gender = [...document.querySelectorAll("#person tbody tr")][2]!;
  expect([...gender.children].map(({ textContent }) => textContent)).toEqual([
    "gender",
    "no",
    "code: woman (Woman), man (Man), nonbinary (Non-binary or another gender), unknown (Not known)",
    "Gender as the person gives it.",
  ]);
  expect(document.querySelector("#enrollment li")!.textContent).toBe(
    "The exit date must not be before the entry date.",
  );
});

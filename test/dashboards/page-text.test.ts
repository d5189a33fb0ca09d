import { expect, test } from "vitest";
import { pageText } from "../../dashboards/page-text.ts";

const source = `# Jobs

<!-- for: staff -->

By partner.

<!-- for: funders, agency -->

As a whole.

<!-- for: all -->

How it is counted.`;

const words = (text: string) => text.split("\n").filter((line) => line !== "");

test("each audience reads what is for it and what is for all", () => {
  expect(words(pageText(source, "staff"))).toEqual(["# Jobs", "By partner.", "How it is counted."]);
  expect(words(pageText(source, "funders"))).toEqual(["# Jobs", "As a whole.", "How it is counted."]);
  expect(pageText(source, "agency")).toBe(pageText(source, "funders"));
});

import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { definitions } from "../../../dashboards/blocks/definitions.ts";
import { lookUp } from "../../../dashboards/lookup.ts";
import { samplePublication } from "../../support/publication.ts";

const publication = samplePublication();
const page = new JSDOM(definitions(lookUp(publication)).text).window.document;
const partsOf = (measure: string) =>
  [...page.querySelectorAll(`#${measure} h4 + dl dt`)].map(({ textContent }) => textContent);

test("every measure of the release is defined once", () => {
  expect([...page.querySelectorAll("section")].map(({ id }) => id)).toEqual(
    publication.measure.map(({ measure }) => measure),
  );
});

test("a measure with a part for each partner says so once and names none", () => {
  expect(partsOf("referral-matrix")).toEqual([
    "Referred",
    "Referred to care coordination hubs",
    "Referred to housing agencies",
    "Referred to work and learning partners",
    "Referred to other partners",
    "Each partner",
  ]);
  const said = page.querySelector("#referral-matrix")?.textContent ?? "";
  expect(publication.partner.filter(({ name }) => said.includes(name))).toEqual([]);
});

test("the parts of other measures stand as they are", () => {
  expect(partsOf("care-plan")).toHaveLength(3);
});

test("the measure whose partners are compared by age says how, and no other does", () => {
  const said = [...page.querySelectorAll("section")].filter(({ textContent }) =>
    textContent?.includes("Beside what is expected"),
  );
  expect(said.map(({ id }) => id)).toEqual(["job-placement"]);
  expect(said[0]!.textContent).toContain("1.0 means as many people began a job as expected from the ages");
});

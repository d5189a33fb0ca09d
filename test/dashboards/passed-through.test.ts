import { expect, test } from "vitest";
import { passThrough, putBack } from "../../dashboards/passed-through.ts";

test("what is passed through stands in a comment that ends nowhere inside it, and comes back as it was", () => {
  const finished = '<p title="a">50 % – 60 %, --> “as is” &amp; $& no more</p>\n';
  const page = `<h1>Jobs</h1>\n${passThrough(finished)}\n<p>and</p>${passThrough("")}${passThrough("<b>last</b>")}`;
  expect(page.match(/-->/g)).toHaveLength(3);
  expect(page).not.toContain("50 %");
  expect(putBack(page)).toBe(`<h1>Jobs</h1>\n${finished}\n<p>and</p><b>last</b>`);
});

test("comments of the page's own stay", () => {
  expect(putBack("<!--:1a2b3c4d:--><!-- note -->")).toBe("<!--:1a2b3c4d:--><!-- note -->");
});

import { expect, test } from "vitest";
import { templateFeed } from "../../../../pipelines/check/by-row/template-feed.ts";

const columns = ["gender", "person_token"];

test.each<[string, string, string]>([
  ["commas", ",", "person_token,gender\n"],
  ["a separator line", ";", "sep=;\nperson_token;gender\n"],
  ["titles and old line ends", "\t", "Agency\r\rperson_token\tgender\r"],
])("a template filled in with %s is read by the columns it has", (_, delimiter, text) => {
  for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`, "utf16le")]) {
    const feed = templateFeed("person", bytes);
    expect([feed.delimiter, Object.keys(feed.columns).sort()]).toEqual([delimiter, columns]);
  }
});

test("what holds no column of the template is read as one that holds those required", () => {
  const feed = templateFeed("person", Buffer.from("x,y\n"));
  expect([feed.delimiter, Object.keys(feed.columns)]).toEqual([",", ["person_token"]]);
});

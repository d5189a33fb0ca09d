import { expect, test } from "vitest";
import { NotReadHere } from "../../../../pipelines/check/by-row/not-read-here.ts";
import { templateFeed } from "../../../../pipelines/check/by-row/template-feed.ts";
import { templateWorkbook } from "../../../../pipelines/templates/workbook.ts";
import { workbookOf } from "../../../support/container-files.ts";
import { token } from "../../../support/small-network.ts";

const columns = ["gender", "person_token"];

test.each<[string, string, string]>([
  ["commas", ",", "person_token,gender\n"],
  ["a separator line", ";", "sep=;\nperson_token;gender\n"],
  ["titles and old line ends", "\t", "Agency\r\rperson_token\tgender\r"],
])("a template filled in with %s is read by the columns it has", async (_, delimiter, text) => {
  for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`, "utf16le")]) {
    const feed = await templateFeed("person", new Blob([bytes]));
    expect([feed.delimiter, Object.keys(feed.columns).sort()]).toEqual([delimiter, columns]);
  }
});

test("what holds no column of the template is read as one that holds those required", async () => {
  const feed = await templateFeed("person", new Blob(["x,y\n"]));
  expect([feed.delimiter, Object.keys(feed.columns)]).toEqual([",", ["person_token"]]);
});

test("a workbook of templates is read by the sheet of the record, and any other by its first sheet", async () => {
  const templates = new Blob([Uint8Array.from(await templateWorkbook())]);
  const feed = await templateFeed("household_member", templates);
  expect([feed.format, feed.sheet]).toEqual(["xlsx", "household_member"]);
  const other = new Blob([Uint8Array.from(await workbookOf({ Us: [["Title"], columns, ["woman", token(1)]] }))]);
  const own = await templateFeed("person", other);
  expect([own.sheet, Object.keys(own.columns).sort()]).toEqual([undefined, columns]);
});

test("of a file of another format only a partner's feed says how it is read", async () => {
  await expect(templateFeed("person", new Blob(["PAR1"]))).rejects.toThrow(NotReadHere);
});

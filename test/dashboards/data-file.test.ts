import { expect, test } from "vitest";
import { dataFile } from "../../dashboards/data-file.ts";
import { csvText } from "../../models/csv-text.ts";
import { samplePublication } from "../support/publication.ts";

test.each(["=HYPERLINK(1)", "+1", "-1+cmd", "@SUM", "\tx", "\rx", "＝1", "  =1", "＠SUM"])(
  "%j is not read as a formula",
  (text) => expect(csvText(text)).toBe(`"'${text}"`),
);

test("quotes are doubled and plain text is left alone", () => {
  expect(csvText('say "so", twice')).toBe('"say ""so"", twice"');
});

test("a number that is not shown is an empty field beside its status", () => {
  const { cell, rate } = samplePublication();
  const rows = [...cell, ...rate].filter((row) => row.status !== "shown" && row.status !== "too_few_to_rate");
  const lines = dataFile(rows, 1).trimEnd().split("\n").slice(1);
  expect(lines.length).toBe(rows.length);
  expect(lines.filter((line) => !line.endsWith(",,,,,,"))).toEqual([]);
});

test("a file has one line for each row and the same columns in each", () => {
  const { cell, rate } = samplePublication();
  const lines = dataFile([...cell.slice(0, 50), ...rate.slice(0, 50)], 3)
    .trimEnd()
    .split("\n");
  expect(lines.length).toBe(101);
  expect(new Set(lines.map((line) => line.split(",").length))).toEqual(new Set([16]));
});

test("a median is a line with its people in place of a denominator, and no share", () => {
  const [row] = samplePublication().median.filter(
    ({ measure, slice }) => measure === "hourly-wage-gain" && slice === "network",
  );
  const [, line] = dataFile([{ ...row!, status: "shown", n: 335, value: 1.3, low: -0.9, high: 1.7 }], 1).split("\n");
  expect(line).toBe(
    '"hourly-wage-gain/all/network/network/to-date/median:gain","hourly-wage-gain",1,"all","network","network","to-date","gain","median","shown",1.3,,335,,-0.9,1.7',
  );
});

test("a sum is a line with its people in place of a denominator", () => {
  const [row] = samplePublication().sum.filter(({ series, sum }) => series === "training" && sum === "dollars");
  const [, line] = dataFile([{ ...row!, status: "shown", n: 335, value: 4900 }], 1).split("\n");
  expect(line).toBe(
    '"services-delivered/training/network/network/to-date/sum:dollars","services-delivered",1,"training","network","network","to-date","dollars","sum","shown",4900,,335,,,',
  );
});

test("a standardised ratio is a line with the people observed as its numerator", () => {
  const row = samplePublication().standardised.find(({ member }) => member === "harbor-house");
  const at = { status: "shown", observed: 142, ratio: 1.3, low: 1.1, high: 1.6 } as const;
  expect(dataFile([{ ...row!, ...at }], 1).split("\n")[1]).toBe(
    '"job-placement/all/partner/harbor-house/to-date/ratio:placed","job-placement",1,"all","partner","harbor-house","to-date","placed","standardised ratio","shown",1.3,142,,,1.1,1.6',
  );
});

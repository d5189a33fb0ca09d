import { rmSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ConfigurationError } from "../../../pipelines/read-network.ts";
import { openWarehouse } from "../../../pipelines/warehouse.ts";
import { SmallNetwork, said, token } from "../../support/small-network.ts";

let small: SmallNetwork;
beforeEach(() => {
  small = new SmallNetwork();
});
afterEach(() => rmSync(small.folder, { recursive: true, force: true }));

const people = (settings: object) => ({ ...small.peopleFeed(), ...settings });
const take = async (lines: readonly string[]) => {
  small.send("hub/people.csv", `${lines.join("\n")}\n`);
  return said((await small.take()).fresh)[0]!;
};

describe("Safe Harbor", () => {
  test.each<[string, string, (at: number) => string]>([
    ["Entered", "a date more exact than its year", (at) => (at === 7 ? "2025-03-04" : "2025")],
    ["Month", "a date more exact than its year", () => "2025-03"],
    ["ZIP3", "a ZIP code area of 20,000 people or fewer", (at) => (at === 3 ? "036" : "381")],
    ["Age", "an age above 89", (at) => String(80 + at)],
    ["Client ID", "a number or code of one person", (at) => `C${1000 + at}`],
  ])("takes no %s: %s", async (column, identifier, value) => {
    small.partner("hub", [people({ ignore: [column] })], { profile: "safe_harbor" });
    const rows = Array.from({ length: 12 }, (_, at) => `${token(at)},${value(at)}`);
    const [outcome, sentence] = await take([`Person,${column}`, ...rows]);
    expect(outcome).toBe("hub/people.csv refused");
    expect(sentence).toMatch(`the column "${column}" holds what looks like ${identifier} in`);
  });

  test("takes no county by its name", async () => {
    small.partner("hub", [people({ ignore: ["County"] })], { profile: "safe_harbor" });
    const [outcome, sentence] = await take(["Person,County", `${token(1)},TN-157`]);
    expect([outcome, sentence]).toEqual([
      "hub/people.csv refused",
      expect.stringContaining('the column "County" is for a place smaller than a state'),
    ]);
  });

  test("takes what it leaves: tokens, years, groups, ZIP3 of many people, ages up to 89 and 90 for more", async () => {
    const ignore = ["Year", "ZIP3", "Age", "Case token", "Program code"];
    small.partner("hub", [people({ ignore })], { profile: "safe_harbor" });
    const rows = Array.from({ length: 12 }, (_, at) =>
      [token(at), "2025", "381", Math.min(90, 80 + at), token(at), `P${at % 3}`].join(","),
    );
    expect(await take([`Person,${ignore.join(",")}`, ...rows])).toEqual(["hub/people.csv accepted"]);
  });

  test("the same columns pass as a limited data set", async () => {
    small.partner("hub", [people({ ignore: ["Entered", "Client ID", "County"] })]);
    const rows = Array.from({ length: 12 }, (_, at) => `${token(at)},2025-03-04,C${at},Shelby`);
    expect(await take(["Person,Entered,Client ID,County", ...rows])).toEqual(["hub/people.csv accepted"]);
  });
});

describe("a profile that its feeds do not keep to is a mistake of configuration", () => {
  const mistakes = (feeds: readonly object[], profile: string) => {
    small.partner("hub", feeds, { profile });
    try {
      return [String(small.network.id)];
    } catch (error) {
      return (error as ConfigurationError).mistakes.map(({ says }) => says);
    }
  };
  const enrollments = {
    id: "enrollments",
    record: "enrollment",
    files: "e.csv",
    columns: { enrollment_token: "E", person_token: "P", program_id: { constant: "hub-core" }, entered_on: "Start" },
  };

  test("days and counties under Safe Harbor", () => {
    expect(mistakes([enrollments], "safe_harbor")).toEqual([
      "feeds.0.columns.entered_on: the profile safe_harbor takes no day and no month, so enrollment cannot have entered_on: send it as a limited_dataset under an agreement, or counts alone as aggregate_only, or leave it out",
    ]);
    expect(mistakes([people({ columns: { person_token: "P", county: "C" } })], "safe_harbor")).toEqual([
      "feeds.0.columns.county: the profile safe_harbor takes no place smaller than a state: leave it out",
    ]);
    expect(mistakes([people({})], "safe_harbor")).toEqual(["small"]);
  });
});

describe("an age above 89", () => {
  const feed = () => people({ columns: { person_token: "Person", age: "Years", age_on: "On" } });
  const rows = ["Person,Years,On", `${token(1)},94,2025-01-01`, `${token(2)},89,2025-01-01`];

  test("is read as 90, which stands for 90 and over", async () => {
    small.partner("hub", [feed()]);
    small.send("hub/people.csv", `${rows.join("\n")}\n`);
    const taken = await small.take();
    expect(said(taken.fresh)).toEqual([["hub/people.csv accepted"]]);
    expect(taken.fresh[0]!.converted[0]).toMatchObject({ accepted: 2, broken: 0 });
  });

  test("refuses its file where the partner has agreed so, whatever the column is called", async () => {
    small.partner("hub", [feed()], { ages_above_89: "refuse" });
    expect((await take(rows))[1]).toMatch('the column "Years" holds what looks like an age above 89 in 1 row.');
  });
});

describe("a ZIP code", () => {
  const feed = () => people({ columns: { person_token: "Person", zip_area: "ZIP" }, stop_above: 0.9 });
  const rows = (...zips: readonly string[]) => ["Person,ZIP", ...zips.map((zip, at) => `${token(at)},${zip}`)];
  const send = async (agreed: object, ...zips: readonly string[]) => {
    small.partner("hub", [feed()], agreed);
    small.send("hub/people.csv", `${rows(...zips).join("\n")}\n`);
    return small.take();
  };

  test("of three digits comes in, and a whole one refuses its file, as a small area does", async () => {
    expect(said((await send({}, "381", "386")).fresh)).toEqual([["hub/people.csv accepted"]]);
    expect((await take(rows("381", "38103")))[1]).toMatch(
      'the column "ZIP" holds what looks like a ZIP code in 1 row.',
    );
    expect((await take(rows("381", "036")))[1]).toMatch(
      'the column "ZIP" holds what looks like a ZIP code area of 20,000 people or fewer in 1 row.',
    );
  });

  test("is read as its first three digits where the partner has agreed so, and a small area as 000", async () => {
    const zips = ["38103", "38103-1234", "381031234", "2139", "036", "03601", "381"];
    const taken = await send({ zip_codes: "generalise" }, ...zips);
    expect(said(taken.fresh)).toEqual([["hub/people.csv accepted"]]);
    const door = await openWarehouse(":memory:", { folders: [small.places.intake] });
    const kept = await door.rows<{ zip_area: string }>(
      `select zip_area from read_parquet('${small.places.intake}/*/person.parquet') order by row_number`,
    );
    await door.close();
    expect(kept.map(({ zip_area }) => zip_area)).toEqual(["381", "381", "381", "021", "000", "000", "381"]);
  });

  test("anything else in the column is set aside, and under Safe Harbor a whole one refuses its file whatever was agreed", async () => {
    const taken = await send({ zip_codes: "generalise" }, "38103", "3810x");
    expect(taken.fresh[0]!.converted[0]).toMatchObject({ accepted: 1, broken: 1 });
    const strict = await send({ zip_codes: "generalise", profile: "safe_harbor" }, "38103", "38104");
    expect(said(strict.fresh).map(([came]) => came)).toEqual(["hub/people.csv refused", "hub/people.csv refused"]);
  });
});

import { expect, test } from "vitest";
import { servedTogether } from "../../models/measures/served-together.ts";
import { enrolled, figuresOf, person, type Rows, warehouseOf } from "../support/warehouse.ts";
import { columnsOf } from "./measured-units.ts";
import { collectAtHub, unitsOf } from "./record-rows.ts";
import { partsByUnit, referred } from "./referral-rows.ts";

const atSchool = { partner_id: "school", program_id: "school-class" };

/** A person the hub enrolled on March 1, 2024 and, where a day is given, the school then, linked by one token. */
function linked(who: string, school?: string): Rows {
  const known = { linkage_key: who };
  const there = `${who}-at-school`;
  return {
    person: [person(who, known), ...(school ? [person(there, { ...known, partner_id: "school" })] : [])],
    enrollment: [enrolled(who, "2024-03-01"), ...(school ? [enrolled(there, school, atSchool)] : [])],
  };
}

const rowsOf = (...people: readonly Rows[]): Rows => ({
  person: people.flatMap((one) => one.person ?? []),
  enrollment: people.flatMap((one) => one.enrollment ?? []),
});

test("five people by hand: the same day, on day 365, on day 366, never, and two programs of one partner", async () => {
  const eve = linked("eve");
  const again = enrolled("eve", "2024-04-01", { enrollment_key: "eve-2", program_id: "hub-plus" });
  const twice = { ...eve, enrollment: [...eve.enrollment!, again] };
  const rows = rowsOf(
    linked("ann", "2024-03-01"),
    linked("bob", "2025-03-01"),
    linked("cat", "2025-03-02"),
    linked("dan"),
    twice,
  );
  expect(await unitsOf(servedTogether, rows, "2026-03-02")).toEqual({
    ...{ "ann-1": true, "ann-at-school-1": true },
    ...{ "bob-1": true, "bob-at-school-1": true },
    ...{ "cat-1": false, "cat-at-school-1": true },
    ...{ "dan-1": false, "eve-1": false, "eve-2": false },
  });
});

test("an episode is looked at 365 days after entry and not the day before", async () => {
  const rows = rowsOf(linked("ann", "2024-04-01"));
  expect(await unitsOf(servedTogether, rows, "2025-03-01")).toEqual({ "ann-1": true });
  expect(await unitsOf(servedTogether, rows, "2025-02-28")).toEqual({});
});

test("without a linkage token nobody can know, and nobody is counted; nor are children", async () => {
  const rows = {
    person: [person("ann"), person("bob", { linkage_key: "bob" }), person("ann-at-school", { partner_id: "school" })],
    enrollment: [
      enrolled("ann", "2024-03-01"),
      enrolled("bob", "2024-03-01", { age_at_entry: 17 }),
      enrolled("ann-at-school", "2024-04-01", atSchool),
    ],
  };
  expect(await unitsOf(servedTogether, rows)).toEqual({});
});

test("a partner that sends no linkage tokens has no share, and parts add up", async () => {
  const unlinked: Rows = {
    person: [person("old", { partner_id: "school" })],
    enrollment: [enrolled("old", "2024-01-01", atSchool)],
  };
  const door = await warehouseOf(rowsOf(linked("ann"), linked("bob"), unlinked));
  await collectAtHub(door, servedTogether);
  const figure = await figuresOf(door, servedTogether);
  await door.close();
  const parts = (unit: string) => ["linked", "together", "alone"].map((part) => figure(`all ${unit} to-date ${part}`));
  expect([parts("partner hub"), parts("network network")]).toEqual([
    [2, 0, 2],
    [2, 0, 2],
  ]);
  expect(parts("partner school")).toEqual(["[not_applicable]", "[not_applicable]", "[not_applicable]"]);
});

/** People linked at hub and school, whom the hub referred to the school on a day; they entered there on June 1, 2024. */
function sentToSchool(days: Readonly<Record<string, string>>): Rows {
  const people = Object.keys(days);
  return {
    ...rowsOf(...people.map((who) => linked(who, "2024-06-01"))),
    referral: people.map((who) => referred(who, days[who]!)),
  };
}

// 90 days before June 1, 2024 is March 3; the hub had enrolled everybody on March 1.
test("five people by hand referred on the day of entry, the day after, 90 and 91 days before it, and before the sender knew them", async () => {
  const rows = sentToSchool({
    ...{ ann: "2024-06-01", bob: "2024-06-02", cat: "2024-03-03", dan: "2024-03-02", eve: "2024-02-29" },
  });
  const came = await columnsOf(servedTogether, ["referred"], rows);
  expect(Object.entries(came).filter(([, [so]]) => so)).toEqual([
    ["ann-at-school-1", [true]],
    ["cat-at-school-1", [true]],
  ]);
  const early = sentToSchool({ fay: "2024-03-04" });
  const enrollment = early.enrollment!.map((one) =>
    one.partner_id === "hub" ? { ...one, entered_on: "2024-03-05" } : one,
  );
  expect(await columnsOf(servedTogether, ["met", "referred"], { ...early, enrollment })).toMatchObject({
    "fay-at-school-1": [true, false],
  });
});

test("who was referred here is among those served together, at the partner that received them", async () => {
  const rows = sentToSchool({ ann: "2024-05-01", bob: "2024-05-01", cat: "2024-02-01" });
  const elsewhere = { ...rows, referral: rows.referral!.map((one) => ({ ...one, sent_to: "clinic" })) };
  const withdrawn = { ...rows, referral: rows.referral!.map((one) => ({ ...one, status: "cancelled" })) };
  const cameIn = async (sent: Rows) =>
    Object.entries(await columnsOf(servedTogether, ["referred"], sent)).flatMap(([unit, [so]]) => (so ? [unit] : []));
  expect((await cameIn(rows)).toSorted()).toEqual(["ann-at-school-1", "bob-at-school-1"]);
  expect(await cameIn(elsewhere)).toEqual([]);
  expect(await cameIn(withdrawn)).toEqual([]);
  expect(await partsByUnit(servedTogether, rows)).toMatchObject({
    "ann-1": ["linked", "together", "together_unreferred"],
    "ann-at-school-1": ["linked", "together", "referred"],
    "cat-at-school-1": ["linked", "together", "together_unreferred"],
  });
});

import { expect, test } from "vitest";
import { referralFlows } from "../../models/measures/referral-flows.ts";
import { referralMatrix } from "../../models/measures/referral-matrix.ts";
import { evaluate } from "../../pipelines/build/evaluate.ts";
import { enrolled, person, warehouseOf } from "../support/warehouse.ts";
import { partsByUnit, printedOf, referred, referredAtHub } from "./referral-rows.ts";

const sent = "2024-03-01";
const receivers = [
  { id: "hub", name: "Hub", kind: "care_coordination_hub" },
  { id: "school", name: "School", kind: "adult_education" },
  { id: "mill", name: "Mill", kind: "workforce_board" },
  { id: "clinic", name: "Clinic", kind: "referral_partner" },
];
const matrix = referralMatrix(receivers);

test("six people by hand: each referral counts in the column of its receiver and in that of the receiver's group", async () => {
  const units = await partsByUnit(
    matrix,
    referredAtHub(sent, {
      ann: { sent_to: "school" },
      bob: { sent_to: "mill" },
      cat: { sent_to: "clinic" },
      dan: { sent_to: "hub" },
      eve: { sent_to: "school", status: "cancelled" },
      fay: { sent_to: "school", status: "service_received", closed_on: "2024-03-02" },
    }),
  );
  expect(printedOf(matrix, units)).toEqual({
    ann: ["sent", "to_group_work", "to_school"],
    bob: ["sent", "to_group_work", "to_mill"],
    cat: ["sent", "to_group_other", "to_clinic"],
    dan: ["sent", "to_group_hub", "to_hub"],
    fay: ["sent", "to_group_work", "to_school"],
  });
});

test("two referrals of one person to one partner count twice", async () => {
  const rows = referredAtHub(sent, { ann: {} });
  const twice = {
    ...rows,
    referral: [referred("ann", sent), referred("ann", "2024-03-02", { referral_key: "ann-2" })],
  };
  expect(Object.values(printedOf(matrix, await partsByUnit(matrix, twice)))).toEqual([
    ["sent", "to_group_work", "to_school"],
    ["sent", "to_group_work", "to_school"],
  ]);
});

test("a referral counts once 90 days have passed, and not the day before", async () => {
  const rows = referredAtHub(sent, { ann: {} });
  expect(Object.keys(await partsByUnit(matrix, rows, "2024-05-30"))).toEqual(["ann"]);
  expect(await partsByUnit(matrix, rows, "2024-05-29")).toEqual({});
});

test("its groups of receivers count the same people as those of the flows, by a rule of its own", async () => {
  const rows = {
    person: [person("ann"), person("bob"), person("cat")],
    enrollment: ["ann", "bob", "cat"].map((who) => enrolled(who, "2024-01-10")),
    referral: [referred("ann", sent), referred("bob", sent), referred("cat", sent)],
    partner_record: referralFlows.requires.map((record) => ({ partner_id: "hub", record })),
  };
  const door = await warehouseOf(rows);
  try {
    const partners = await door.rows<{ id: string; name: string; kind: string }>(
      "select partner_id as id, name, kind from partner",
    );
    await evaluate(door, [referralFlows, referralMatrix(partners)]);
    const count = (measure: string, part: string) =>
      door.rows(
        `select slice, member, value from figure where measure = '${measure}' and part = '${part}' order by slice, member`,
      );
    for (const group of ["hub", "housing", "work", "other"])
      expect(await count("referral-matrix", `to_group_${group}`)).toEqual(await count("referral-flows", `to_${group}`));
    expect(await count("referral-matrix", "to_school")).toContainEqual({
      slice: "network",
      member: "network",
      value: 3,
    });
    expect(await count("referral-matrix", "to_school")).toContainEqual({ slice: "partner", member: "hub", value: 3 });
  } finally {
    await door.close();
  }
});

test("a receiver's column is known to it, and its id cannot end the text of the query", () => {
  const [quoted] = referralMatrix([{ id: "o'neill", name: "O'Neill", kind: "other" }]).kind.parts.slice(-1);
  expect(quoted).toMatchObject({
    id: "to_o'neill",
    title: "O'Neill",
    knownTo: "o'neill",
    impossibleFor: ["o'neill"],
    when: "sent_to = 'o''neill'",
  });
});

test("every part adds up to those sent, and no public word of the measure names a partner", () => {
  const { kind, ...words } = matrix;
  expect(kind.identities).toEqual([
    { total: "sent", of: ["to_group_hub", "to_group_housing", "to_group_work", "to_group_other"] },
    { total: "to_group_hub", of: ["to_hub"] },
    { total: "to_group_work", of: ["to_school", "to_mill"] },
    { total: "to_group_other", of: ["to_clinic"] },
  ]);
  const said = `${JSON.stringify(words)} ${kind.parts.map(({ means }) => means).join(" ")}`;
  expect(receivers.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(said))).toEqual([]);
});

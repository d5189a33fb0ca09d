import { expect, test } from "vitest";
import { ageBands } from "../../models/age-band.ts";
import { personGroup } from "../../models/facts/person-group.ts";
import { groupSlices } from "../../models/figure-key.ts";
import { groupings, mistakenGroups } from "../../models/grouping.ts";
import type { PersonGroupTable } from "../../models/warehouse.ts";
import { enrolled, person, type Rows, warehouseOf } from "../support/warehouse.ts";

/** The groups of each person key. */
async function groupsOf(rows: Rows): Promise<Map<string, PersonGroupTable>> {
  const door = await warehouseOf(rows);
  const groups = await door.rows<PersonGroupTable>("select * from person_group");
  await door.close();
  return new Map(groups.map((row) => [row.person_key, row]));
}

const member = (household_key: string, person_key: string, role: string) => ({
  ...{ partner_id: "hub", feed_id: "feed", file_hash: "0".repeat(64), row_number: 2 },
  ...{ household_key, person_key, role },
});

test("everybody is in one group of each kind, in that of the unknown where nothing is known", async () => {
  const groups = await groupsOf({
    person: [person("ann"), person("bob", { gender: "man", race_ethnicity: "asian", disability: false })],
    enrollment: [enrolled("ann", "2024-01-01", { age_at_entry: null }), enrolled("bob", "2024-01-01")],
  });
  const unknown = Object.fromEntries(groupSlices.map((slice) => [slice, "unknown"]));
  expect(groups.get("ann")).toEqual({ person_key: "ann", ...unknown });
  expect(groups.get("bob")).toMatchObject({ gender: "man", race_ethnicity: "asian", disability: "no" });
  expect(groups.get("bob")).toMatchObject({ language: "unknown", age_band: "25_to_34" });
});

test("what is first known of a person counts, not that it was unknown before, nor what is said later", async () => {
  const link = { linkage_key: "link-ann" };
  const school = { partner_id: "school", program_id: "school-class" };
  const groups = await groupsOf({
    person: [
      person("ann", { ...link, gender: "unknown", race_ethnicity: "black" }),
      person("ann-2", { ...link, ...{ partner_id: "school" }, gender: "woman", race_ethnicity: "multiple" }),
    ],
    enrollment: [enrolled("ann", "2024-01-01"), enrolled("ann-2", "2024-03-01", school)],
  });
  const same = { gender: "woman", race_ethnicity: "black" };
  for (const key of ["ann", "ann-2", "link-ann"]) expect(groups.get(key)).toMatchObject(same);
});

test("an age band reaches from its first birthday to the day before that of the next", async () => {
  const ages = [0, 17, 18, 24, 25, 34, 35, 44, 45, 54, 55, 64, 65, 90];
  const groups = await groupsOf({
    person: ages.map((age) => person(`p${age}`)),
    enrollment: ages.map((age) => enrolled(`p${age}`, "2024-01-01", { age_at_entry: age })),
  });
  const bands = ageBands.flatMap(({ id }) => [id, id]);
  expect(ages.map((age) => groups.get(`p${age}`)!.age_band)).toEqual(bands);
});

test("a household is told by the adults and children in it, and a youth alone is in none of its kinds", async () => {
  const at = (household_key: string, role: string, unaccompanied = false) => ({ household_key, role, unaccompanied });
  const groups = await groupsOf({
    person: ["one", "kid", "two", "mate", "baby", "solo", "youth", "told"].map((who) => person(who)),
    enrollment: [
      enrolled("one", "2024-01-01", at("h1", "head")),
      enrolled("kid", "2024-01-01", at("h1", "child")),
      enrolled("two", "2024-01-01", at("h2", "head")),
      enrolled("mate", "2024-01-01", at("h2", "partner")),
      enrolled("baby", "2024-01-01", at("h2", "child")),
      enrolled("solo", "2024-01-01", at("h3", "head")),
      enrolled("youth", "2024-01-01", at("h4", "head", true)),
      enrolled("told", "2024-01-01", at("h5", "head")),
    ],
    household_member: [member("h5", "told", "head"), member("h5", "not-enrolled", "child")],
  });
  const kinds = ["one", "kid", "two", "baby", "solo", "youth", "told"].map((who) => groups.get(who)!.household_type);
  expect(kinds).toEqual([
    ...["one_adult_children", "one_adult_children", "more_adults_children", "more_adults_children"],
    ...["adults_only", "unknown", "one_adult_children"],
  ]);
});

test("a county is told apart where the network names it, and is another one elsewhere", async () => {
  const named = (counties: string[]) =>
    groupings({ counties: counties.map((id) => ({ id, title: id })), combine: {} }).find(
      ({ slice }) => slice === "county",
    )!.members;
  expect(named([])).toEqual([]);
  expect(named(["TN-157"]).map(({ id }) => id)).toEqual(["TN-157", "elsewhere", "unknown"]);
  const groups = await groupsOf({
    person: [person("near", { county: "TN-157" }), person("far", { county: "TX-001" }), person("nowhere")],
    enrollment: ["near", "far", "nowhere"].map((who) => enrolled(who, "2024-01-01")),
  });
  expect(["near", "far", "nowhere"].map((who) => groups.get(who)!.county)).toEqual(["TN-157", "elsewhere", "unknown"]);
});

test("every group anybody can be in is one the network counts", async () => {
  const members = new Map(
    groupings({ counties: [], combine: {} }).map(({ slice, members }) => [slice, members.map(({ id }) => id)]),
  );
  for (const slice of groupSlices.filter((one) => one !== "county")) expect(members.get(slice)).toContain("unknown");
  expect(members.get("age_band")).toEqual([...ageBands.map(({ id }) => id), "unknown"]);
  expect(members.get("household_type")).toEqual([
    ...["one_adult_children", "more_adults_children", "adults_only", "unknown"],
  ]);
});

test("groups that the network combines are one, before that of the unknown", async () => {
  const choices = {
    counties: [],
    combine: { gender: [{ id: "other_gender", title: "Another gender, or not known", of: ["nonbinary", "unknown"] }] },
  };
  const gender = groupings(choices).find(({ slice }) => slice === "gender")!;
  expect(gender.members.map(({ id, of }) => [id, of])).toEqual([
    ["woman", ["woman"]],
    ["man", ["man"]],
    ["other_gender", ["nonbinary", "unknown"]],
  ]);
  const door = await warehouseOf({
    person: [person("ann", { gender: "nonbinary" }), person("bob", { gender: "man" }), person("cat")],
    enrollment: ["ann", "bob", "cat"].map((who) => enrolled(who, "2024-01-01")),
  });
  await door.run(
    "update group_member set member = 'other_gender' where slice = 'gender' and said in ('nonbinary', 'unknown')",
  );
  const rows = await door.rows<{ gender: string }>(
    `select gender from (${personGroup(door.kysely).compile().sql}) order by person_key`,
  );
  expect(rows.map(({ gender }) => gender)).toEqual(["other_gender", "man", "other_gender"]);
  await door.close();
});

test("a group nobody can be in, or that is combined twice, is a mistake", () => {
  const combine = {
    gender: [
      { id: "a", title: "A", of: ["woman", "mermaid"] },
      { id: "b", title: "B", of: ["woman"] },
    ],
  };
  expect(mistakenGroups({ counties: [], combine })).toEqual(["gender: mermaid", "gender: woman"]);
});

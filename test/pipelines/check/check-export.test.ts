import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkExport } from "../../../pipelines/check/check-export.ts";
import { NothingToCheck } from "../../../pipelines/check/deliveries-to-check.ts";
import type { CheckReport } from "../../../pipelines/check/report.ts";
import { reportLines } from "../../../pipelines/check/report-lines.ts";
import { peopleFile, SmallNetwork, said, token } from "../../support/small-network.ts";

let small: SmallNetwork;
beforeEach(() => {
  small = new SmallNetwork();
});
afterEach(() => small.remove());

const services = {
  id: "services",
  record: "service",
  files: "services*.csv",
  columns: {
    service_token: "Visit",
    person_token: "Person",
    program_id: "Program",
    provided_on: "Day",
    type: { constant: "other" },
  },
};

function check(file: string, more: { feed?: string; networkKnown?: boolean } = {}): Promise<CheckReport> {
  const { network } = small;
  const scratch = small.path("scratch");
  return checkExport({
    file: small.path(file),
    partner: network.partners.find(({ id }) => id === "hub")!,
    network,
    networkKnown: true,
    scratch,
    now: new Date("2026-01-05T10:00:00Z"),
    ...more,
  });
}

const everything = () =>
  readdirSync(small.folder, { recursive: true, encoding: "utf8" })
    .filter((name) => !name.startsWith("exports") && !name.startsWith("partners"))
    .sort();

test("an accepted file is said to be, and nothing is kept of it, made or changed", async () => {
  small.send("hub/people.csv", peopleFile(1, 2, 3));
  const before = everything();
  const report = await check("exports/hub/people.csv");
  expect([report.accepted, reportLines(report)]).toEqual([
    true,
    ["people.csv, as the feed people: accepted", "  3 rows: 3 person records accepted", "", "It would be accepted."],
  ]);
  expect(everything()).toEqual(before);
});

test("rows set aside come by reason with their first rows, and the file's finding as a run says it", async () => {
  const rows = Array.from({ length: 40 }, (_, at) => (at < 2 ? "nobody" : token(at)));
  small.send("hub/people.csv", ["Person", ...rows, token(39), ""].join("\n"));
  const report = await check("exports/hub/people.csv");
  expect(reportLines(report)).toEqual([
    "people.csv, as the feed people: accepted",
    "  people.csv: 3 of 41 rows break their rules and are set aside; the rest is loaded.",
    "  See the reasons and send the corrected rows.",
    "  41 rows: 38 person records accepted",
    "  Rows that would be set aside:",
    "    2 × people.csv, Person: this is not a keyed token of the form v1:<key id>:<26 letters and digits> (rows 2, 3)",
    "    1 × people.csv, Person: another row of the file has the same key; send each record once (row 42)",
    "",
    "It would be accepted.",
  ]);
  const taken = await small.take();
  expect(said(taken.fresh)[0]!.slice(1).join(" ")).toBe(report.deliveries[0]!.says.join(" "));
  expect(report.findings.map(({ row, rule, effect }) => [row, rule, effect])).toEqual([
    [2, "not_a_token", "set aside"],
    [3, "not_a_token", "set aside"],
    [42, "repeated_key", "set aside"],
  ]);
});

test("what is refused and what is stopped is said in the words of a run, and no copy is left", async () => {
  small.send("hub/people.csv", `Person,SSN\n${token(1)},412-65-0001\n`);
  const refused = await check("exports/hub/people.csv");
  const run = await small.take();
  expect([refused.accepted, refused.deliveries[0]!.outcome]).toEqual([false, "refused"]);
  expect(said(run.fresh)[0]).toEqual(["hub/people.csv refused", refused.deliveries[0]!.says.join(" ")]);
  expect(existsSync(small.path("scratch"))).toBe(false);
  small.send("hub/people.csv", `Persom\n${token(1)}\n`);
  expect(reportLines(await check("exports/hub/people.csv"))).toContainEqual(
    expect.stringContaining("none of the 1 cells of the first row is the name of an agreed column"),
  );
});

test("a file of any name is checked as the feed that is named, and without one only where its name fits", async () => {
  small.send("hub/new list.csv", peopleFile(1));
  await expect(check("exports/hub/new list.csv")).rejects.toThrow(
    "new list.csv fits the files of no feed of hub; say which it is with --feed: people",
  );
  expect((await check("exports/hub/new list.csv", { feed: "people" })).accepted).toBe(true);
  await expect(check("exports/hub/new list.csv", { feed: "jobs" })).rejects.toThrow(
    "hub has no feed jobs; its feeds are people",
  );
  await expect(check("exports/hub/none.csv")).rejects.toThrow(NothingToCheck);
});

test("a file of another format than CSV is checked under any name too", async () => {
  small.partner("hub", [small.peopleFeed({ format: "json", files: "people*.json" })]);
  small.send("hub/new list.json", JSON.stringify([{ Person: token(1) }]));
  expect((await check("exports/hub/new list.json", { feed: "people" })).accepted).toBe(true);
});

test("a program nobody described is set aside, a date to come is odd, and a person is missed only where people were sent", async () => {
  small.partner("hub", [small.peopleFeed(), services]);
  const visits = (at: number) => [
    token(100 + at),
    token(at),
    at === 0 ? "hub-other" : "hub-core",
    at === 1 ? "2027-01-01" : "2025-03-01",
  ];
  const rows = Array.from({ length: 12 }, (_, at) => visits(at).join(","));
  small.send("hub/services.csv", ["Visit,Person,Program,Day", ...rows, ""].join("\n"));
  const alone = await check("exports/hub/services.csv");
  expect(alone.deliveries[0]!.records).toEqual([{ kind: "service", accepted: 11 }]);
  expect(alone.deliveries[0]!.reasons.map(({ column, rows, first, effect }) => [column, rows, first, effect])).toEqual([
    ["Program", 1, [2], "set aside"],
    ["Day", 1, [3], "loaded"],
  ]);
  small.send("hub/people.csv", peopleFile(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
  small.send("hub/stray.txt", "x");
  const whole = await check("exports/hub");
  expect(whole.deliveries.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
    "people.csv accepted",
    "services.csv accepted",
  ]);
  expect(whole.deliveries[1]!.reasons.map(({ says }) => says.split(";")[0])).toContain(
    "no person record with this token was sent",
  );
  expect(whole.beside).toEqual([expect.stringContaining("stray.txt")]);
});

test("nothing is asked of partners that are not known", async () => {
  const referral = {
    id: "referrals",
    record: "referral",
    files: "referrals.csv",
    columns: {
      referral_token: "Ref",
      person_token: "Person",
      sent_by: { constant: "hub" },
      sent_to: "To",
      sent_on: "On",
      need: { constant: "food" },
      status: { constant: "sent" },
    },
  };
  small.partner("hub", [referral]);
  small.send("hub/referrals.csv", `Ref,Person,To,On\n${token(1)},${token(2)},pantry,2025-01-01\n`);
  expect((await check("exports/hub/referrals.csv")).deliveries[0]!.records).toEqual([
    { kind: "referral", accepted: 0 },
  ]);
  expect((await check("exports/hub/referrals.csv", { networkKnown: false })).deliveries[0]!.records).toEqual([
    { kind: "referral", accepted: 1 },
  ]);
});

test("a scratch folder that is already there is gone afterwards even when the check fails", async () => {
  small.send("hub/people.csv", peopleFile(1));
  mkdirSync(small.path("scratch"));
  writeFileSync(small.path("scratch/intake"), "in the way");
  await expect(check("exports/hub/people.csv")).rejects.toThrow();
  expect(existsSync(small.path("scratch"))).toBe(false);
  expect(readFileSync(small.path("exports/hub/people.csv"), "utf8")).toBe(peopleFile(1));
});

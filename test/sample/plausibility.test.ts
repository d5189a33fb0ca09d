import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeHousehold } from "../../data/sample/household.ts";
import { makeSample } from "../../data/sample/make-sample.ts";
import { readFeed, readPartners, tableFeeds } from "./read-sample.ts";

const out = mkdtempSync(path.join(tmpdir(), "sample-"));
beforeAll(() => makeSample({ out, people: 6000, seed: 1 }), 60_000);
afterAll(() => rmSync(out, { recursive: true }));

const partners = readPartners();

function rowsOf(partner: string, feed: string): Record<string, string>[] {
  const found = tableFeeds(partners.find(({ id }) => id === partner)!).find(({ id }) => id === feed)!;
  return readFeed(found, path.join(out, partner));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

test("people come low and stand higher at later forms, least where they were near the ceiling", () => {
  const forms = rowsOf("riverbend-hub", "matrix");
  const at = (type: string, domain: string) =>
    mean(
      forms
        .filter((form) => form.type === type)
        .map((form) => Number(form[domain]))
        .filter((level) => level >= 1 && level <= 5),
    );
  for (const domain of ["housing", "employment", "income"]) {
    expect(at("initial", domain)).toBeLessThan(2.4);
    expect(at("exit", domain) - at("initial", domain)).toBeGreaterThan(0.5);
  }
  expect(at("initial", "substance_abuse")).toBeGreaterThan(4);
  expect(at("exit", "substance_abuse") - at("initial", "substance_abuse")).toBeLessThan(0.45);
});

test("only adults and youth on their own have forms", () => {
  const children = new Set(
    rowsOf("riverbend-hub", "enrollments")
      .filter((row) => row.relation === "child")
      .map((row) => row.enrollment_key),
  );
  expect(children.size).toBeGreaterThan(100);
  expect(rowsOf("riverbend-hub", "matrix").filter((form) => children.has(form.enrollment_key))).toEqual([]);
});

test("everyone has an episode at a partner that knows them, within the three years", () => {
  const known = new Set(rowsOf("riverbend-hub", "enrollments").map((row) => row.participant_key));
  const people = rowsOf("riverbend-hub", "participants").filter((row) => row.participant_key?.startsWith("v1:"));
  expect(people.filter((row) => known.has(row.participant_key!)).length / people.length).toBeGreaterThan(0.98);
  for (const { entry_date } of rowsOf("riverbend-hub", "enrollments")) {
    expect(entry_date! >= "2023-07-01" && entry_date! <= "2026-06-30").toBe(true);
  }
});

test("between 55 and 60 in 100 people are adults", () => {
  const members = Array.from({ length: 5000 }, (_, at) => makeHousehold(1, at + 1).household.members).flat();
  const adults = members.filter((member) => member.adult).length / members.length;
  expect(adults).toBeGreaterThan(0.55);
  expect(adults).toBeLessThan(0.6);
});

test("people are known at several partners by one linkage token", () => {
  const people = [rowsOf("riverbend-hub", "participants"), rowsOf("millrace-workforce", "participants")].flat();
  const links = people.map((row) => row.link_key ?? row.NET_TOKEN).filter((link) => link?.startsWith("v1:linkage-1:"));
  expect(links.length - new Set(links).size).toBeGreaterThan(20);
});

test("the lowest level of community involvement comes in words that look like not applicable", () => {
  const forms = rowsOf("southfield-hub", "matrix");
  const said = (domain: string) => new Set(forms.map((form) => form[domain]));
  expect(said("Community Involvement")).toContain("Not applicable due to crisis situation; in 'survival' mode");
  expect(said("Community Involvement")).not.toContain("N/A");
  expect(said("Housing")).not.toContain("Not applicable due to crisis situation; in 'survival' mode");
  expect(said("Parenting Skills")).toContain("N/A");
  expect(said("Disabilities")).toContain("Thriving");
});

test("more people come in the third year than in the first", () => {
  const entries = partners
    .filter((partner) => ["riverbend-hub", "northgate-hub"].includes(partner.id))
    .flatMap((partner) => rowsOf(partner.id, partner.id === "riverbend-hub" ? "enrollments" : "episodes"))
    .map((row) => row.entry_date ?? `${row["Start Date"]?.slice(6)}-${row["Start Date"]?.slice(0, 2)}-01`);
  const during = (from: string, to: string) => entries.filter((entry) => entry >= from && entry < to).length;
  expect(during("2025-07-01", "2026-07-01")).toBeGreaterThan(1.25 * during("2023-07-01", "2024-07-01"));
});

test("a referral that is sent on names one of the same person that ended without the service, and was sent later", () => {
  const referrals = rowsOf("riverbend-hub", "referrals");
  const byKey = new Map(referrals.map((row) => [row.referral_key, row]));
  const sentOn = referrals.flatMap((row) => {
    const before = byKey.get(row.follows_key);
    return row.follows_key && before ? [{ row, before }] : [];
  });
  expect(sentOn.length).toBeGreaterThan(20);
  const right = sentOn.filter(
    ({ row, before }) =>
      row.participant_key === before.participant_key &&
      ["rejected", "service not received"].includes(before.status!) &&
      row.sent_on! > before.sent_on!,
  );
  expect(right.length / sentOn.length).toBeGreaterThan(0.95);
});

test("most people come from a home, and some of those who come back to a hub have lost theirs", () => {
  const stays = rowsOf("riverbend-hub", "enrollments");
  const homeless = (rows: typeof stays) => rows.filter((row) => row.prior_living === "homeless").length / rows.length;
  const first = new Map<string, string>();
  for (const { participant_key, entry_date } of stays.toSorted((one, other) =>
    one.entry_date! < other.entry_date! ? -1 : 1,
  ))
    if (!first.has(participant_key!)) first.set(participant_key!, entry_date!);
  const again = stays.filter((row) => row.entry_date! > first.get(row.participant_key!)!);
  expect(again.length).toBeGreaterThan(20);
  expect(homeless(stays)).toBeLessThan(0.3);
  expect(homeless(again)).toBeGreaterThan(homeless(stays) * 1.5);
});

import { expect, test } from "vitest";
import type { ReferralChainTable, ReferralTable } from "../../models/warehouse.ts";
import { referred, referredAtHub } from "../measures/referral-rows.ts";
import { enrolled, person, type Rows, warehouseOf } from "../support/warehouse.ts";

async function chainsIn(rows: Rows, asOf?: string) {
  const door = await warehouseOf(rows, asOf);
  const found = await door.rows<ReferralChainTable>(
    `select * replace (cast(followed_on as varchar) as followed_on, cast(connected_on as varchar) as connected_on)
      from referral_chain order by referral_key`,
  );
  await door.close();
  return Object.fromEntries(found.map((row) => [row.referral_key, [row.followed_on, row.followers, row.connected_on]]));
}

/** Referrals of one person by their key, each to a partner of its own unless said otherwise; each was sent on a day and names the one before, if any. */
const chain = (
  referrals: Readonly<
    Record<string, readonly [sent_on: string, parent: string | null, facts?: Partial<ReferralTable>]>
  >,
): Rows => ({
  person: [person("ann")],
  enrollment: [enrolled("ann", "2024-01-10")],
  referral: Object.entries(referrals).map(([referral_key, [sent_on, parent_referral_key, facts]]) =>
    referred("ann", sent_on, { referral_key, parent_referral_key, sent_to: `to ${referral_key}`, ...facts }),
  ),
});

const served = (closed_on: string) => ({ status: "service_received", closed_on });

test("a chain is one row, however many follow, with the first day of the service in any of them", async () => {
  const rows = chain({
    a: ["2024-03-01", null],
    b: ["2024-03-10", "a"],
    c: ["2024-03-20", "b", served("2024-05-01")],
    d: ["2024-03-15", "a", served("2024-04-15")],
    e: ["2024-03-25", "c"],
  });
  expect(await chainsIn(rows)).toEqual({ a: ["2024-03-10", 4, "2024-04-15"] });
});

test("a referral that names none begins no chain until another follows it, and its own service is not the chain's", async () => {
  expect(await chainsIn(chain({ a: ["2024-03-01", null, served("2024-03-05")] }))).toEqual({});
  const rows = chain({ a: ["2024-03-01", null, served("2024-03-05")], b: ["2024-03-06", "a"] });
  expect(await chainsIn(rows)).toEqual({ a: ["2024-03-06", 1, null] });
});

test("one that follows what was withdrawn, never reported or sent later begins anew; the same day is not later", async () => {
  const rows = chain({
    a: ["2024-03-01", null, { status: "cancelled" }],
    b: ["2024-03-10", "a"],
    c: ["2024-03-11", "b"],
    d: ["2024-03-12", "nowhere"],
    e: ["2024-03-13", "f"],
    f: ["2024-03-14", null],
    g: ["2024-03-15", "h"],
    h: ["2024-03-15", null],
  });
  expect(await chainsIn(rows)).toEqual({ b: ["2024-03-11", 1, null], h: ["2024-03-15", 1, null] });
});

test("a second try at the same partner is not sent on, and what follows it begins anew", async () => {
  const to = (sent_to: string) => ({ sent_to });
  const twice = { a: ["2024-03-01", null, to("school")], b: ["2024-03-10", "a", to("school")] } as const;
  expect(await chainsIn(chain(twice))).toEqual({});
  expect(await chainsIn(chain({ ...twice, b: ["2024-03-10", "a", to("clinic")] }))).toEqual({
    a: ["2024-03-10", 1, null],
  });
  expect(await chainsIn(chain({ ...twice, c: ["2024-03-20", "b", to("clinic")] }))).toEqual({
    b: ["2024-03-20", 1, null],
  });
});

test("a partner tried again after another one is sent on to", async () => {
  const rows = chain({
    a: ["2024-03-01", null, { sent_to: "school" }],
    b: ["2024-03-10", "a", { sent_to: "clinic" }],
    c: ["2024-03-20", "b", { sent_to: "school" }],
  });
  expect(await chainsIn(rows)).toEqual({ a: ["2024-03-10", 2, null] });
});

test("referrals that name each other are in no chain; one that names itself names none", async () => {
  const day = "2024-03-01";
  expect(await chainsIn(chain({ a: [day, "b"], b: [day, "a"], c: [day, "a"] }))).toEqual({});
  expect(await chainsIn(chain({ a: [day, "a"] }))).toEqual({});
  expect(await chainsIn(chain({ a: [day, "a"], b: [day, "a"] }))).toEqual({ a: [day, 1, null] });
});

test("a chain is of one person and one sender", async () => {
  const both = referredAtHub("2024-03-01", { ann: {}, bob: { parent_referral_key: "ann", sent_to: "clinic" } });
  expect(await chainsIn(both)).toEqual({});
  const rows = chain({ a: ["2024-03-01", null] });
  const atSchool = { partner_id: "school" };
  const other = {
    person: [...rows.person!, person("ann-at-school", atSchool)],
    enrollment: [
      ...rows.enrollment!,
      enrolled("ann-at-school", "2024-01-10", { ...atSchool, program_id: "school-class" }),
    ],
    referral: [
      ...rows.referral!,
      referred("ann-at-school", "2024-03-02", {
        ...atSchool,
        sent_by: "school",
        sent_to: "hub",
        parent_referral_key: "a",
      }),
    ],
  };
  expect(await chainsIn(other)).toEqual({});
});

test("a referral sent after the as-of date has not followed yet", async () => {
  const rows = chain({ a: ["2024-03-01", null], b: ["2024-03-10", "a"] });
  expect(await chainsIn(rows, "2024-03-10")).toEqual({ a: ["2024-03-10", 1, null] });
  expect(await chainsIn(rows, "2024-03-09")).toEqual({});
});

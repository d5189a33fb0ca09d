import { expect, test } from "vitest";
import { referralChains } from "../../models/measures/referral-chains.ts";
import type { ReferralTable } from "../../models/warehouse.ts";
import type { Rows } from "../support/warehouse.ts";
import { unitsOf } from "./record-rows.ts";
import { referred, referredAtHub } from "./referral-rows.ts";

const sent = "2024-03-01";
const served = (closed_on: string) => ({ status: "service_received", closed_on });

/** People whom the hub referred on March 1, 2024, and what it sent on to the clinic from there, by person. */
function sentOn(followers: Readonly<Record<string, readonly [on: string, facts?: Partial<ReferralTable>]>>): Rows {
  const rows = referredAtHub(sent, Object.fromEntries(Object.keys(followers).map((who) => [who, {}])));
  const others = Object.entries(followers).map(([who, [on, facts]]) =>
    referred(who, on, { referral_key: `${who}-2`, parent_referral_key: who, sent_to: "clinic", ...facts }),
  );
  return { ...rows, referral: [...rows.referral!, ...others] };
}

// 90 days after March 1, 2024 is May 30.
test("seven people by hand: sent on by day 90, and served after that by day 90 of the first or not", async () => {
  const rows = sentOn({
    ann: [sent, served(sent)],
    bob: ["2024-03-15", served("2024-05-30")],
    cat: ["2024-03-15", served("2024-05-31")],
    dan: ["2024-05-30"],
    eve: ["2024-05-31", served("2024-06-01")],
    fay: ["2024-03-15", { status: "not_received", closed_on: "2024-03-20" }],
    gus: ["2024-03-15", { status: "service_received" }],
  });
  expect(await unitsOf(referralChains, rows)).toEqual({
    ...{ ann: true, bob: true, cat: false, dan: false, fay: false, gus: false },
  });
});

test("a service from the first referral is none from a later one: to be sent on is no success", async () => {
  const rows = sentOn({ ann: ["2024-03-15"] });
  const [first, ...others] = rows.referral!;
  const referral = [{ ...first, ...served("2024-03-10") }, ...others];
  expect(await unitsOf(referralChains, { ...rows, referral })).toEqual({ ann: false });
});

test("a chain of three counts once, and the last of it can bring the service", async () => {
  const rows = sentOn({ ann: ["2024-03-15"] });
  const third = referred("ann", "2024-04-01", {
    ...{ referral_key: "ann-3", parent_referral_key: "ann-2", sent_to: "mill" },
    ...served("2024-05-01"),
  });
  expect(await unitsOf(referralChains, { ...rows, referral: [...rows.referral!, third] })).toEqual({ ann: true });
});

test("a referral that nothing followed is no chain, and one person can have two", async () => {
  expect(await unitsOf(referralChains, referredAtHub(sent, { ann: served("2024-03-10") }))).toEqual({});
  const rows = sentOn({ ann: ["2024-03-15"] });
  const more = [
    referred("ann", sent, { referral_key: "food", need: "food" }),
    referred("ann", "2024-03-20", {
      referral_key: "food-2",
      parent_referral_key: "food",
      sent_to: "clinic",
      ...served("2024-04-01"),
    }),
  ];
  expect(await unitsOf(referralChains, { ...rows, referral: [...rows.referral!, ...more] })).toEqual({
    ...{ ann: false, food: true },
  });
});

test("a chain counts once 90 days have passed since its first referral, and not the day before", async () => {
  const rows = sentOn({ ann: ["2024-03-15"] });
  expect(await unitsOf(referralChains, rows, "2024-05-30")).toEqual({ ann: false });
  expect(await unitsOf(referralChains, rows, "2024-05-29")).toEqual({});
});

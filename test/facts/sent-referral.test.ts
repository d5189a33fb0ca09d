import { expect, test } from "vitest";
import type { SentReferralTable } from "../../models/warehouse.ts";
import { referred, referredAtHub } from "../measures/referral-rows.ts";
import { enrolled, person, type Rows, warehouseOf } from "../support/warehouse.ts";

const sent = "2024-03-01";

async function sentReferrals(rows: Rows, asOf?: string): Promise<SentReferralTable[]> {
  const door = await warehouseOf(rows, asOf);
  const found = await door.rows<SentReferralTable>(
    `select * replace (cast(accepted_on as varchar) as accepted_on, cast(unserved_on as varchar) as unserved_on,
      cast(connected_on as varchar) as connected_on) from sent_referral order by referral_key`,
  );
  await door.close();
  return found;
}

/** The days of acceptance, of an end without the service, and of the service, by referral. */
async function daysOf(referrals: Parameters<typeof referredAtHub>[1], asOf?: string) {
  const found = await sentReferrals(referredAtHub(sent, referrals), asOf);
  return Object.fromEntries(
    found.map(({ referral_key, accepted_on, unserved_on, connected_on }) => [
      referral_key,
      [accepted_on, unserved_on, connected_on],
    ]),
  );
}

const [accepted_on, closed_on] = ["2024-03-04", "2024-03-09"];

test("each status has its days; a rejection undoes an acceptance, and who was served was accepted by then", async () => {
  const late = { accepted_on: "2024-03-10", closed_on };
  expect(
    await daysOf({
      accepted: { status: "accepted", accepted_on },
      waitlisted: { status: "waitlisted" },
      served: { status: "service_received", accepted_on, closed_on },
      servedUnasked: { status: "service_received", closed_on },
      servedBefore: { status: "service_received", ...late },
      unserved: { status: "not_received", accepted_on, closed_on },
      unservedThatDay: { status: "not_received", accepted_on: closed_on, closed_on },
      unservedBefore: { status: "not_received", ...late },
      rejected: { status: "rejected", accepted_on, closed_on },
    }),
  ).toEqual({
    accepted: [accepted_on, null, null],
    waitlisted: [null, null, null],
    served: [accepted_on, null, closed_on],
    servedUnasked: [closed_on, null, closed_on],
    servedBefore: [closed_on, null, closed_on],
    unserved: [accepted_on, closed_on, null],
    unservedThatDay: [closed_on, closed_on, null],
    unservedBefore: [null, closed_on, null],
    rejected: [null, closed_on, null],
  });
});

test("what has no day has not happened, nor has what happened after the as-of date", async () => {
  const none = [null, null, null];
  const statuses = ["accepted", "rejected", "service_received", "not_received", "unknown"];
  const dayless = Object.fromEntries(statuses.map((status) => [status, { status }]));
  expect(await daysOf(dayless)).toEqual(Object.fromEntries(statuses.map((status) => [status, none])));
  const served = { ann: { status: "service_received", accepted_on, closed_on } };
  expect(await daysOf(served, "2024-03-09")).toEqual({ ann: [accepted_on, null, closed_on] });
  expect(await daysOf(served, "2024-03-08")).toEqual({ ann: [accepted_on, null, null] });
  expect(await daysOf(served, "2024-02-29")).toEqual({});
});

test("what its sender withdrew, and what the receiver reports, is none", async () => {
  const referrals = { ann: { status: "cancelled", closed_on }, bob: { sent_by: "school", sent_to: "hub" }, cat: {} };
  expect(Object.keys(await daysOf(referrals))).toEqual(["cat"]);
});

test("it is counted in the latest episode at the sender that had begun, else in the first after it", async () => {
  const found = await sentReferrals({
    person: [person("ann"), person("ann-at-school", { partner_id: "school" })],
    enrollment: [
      enrolled("ann", "2024-01-10"),
      enrolled("ann", "2024-03-01", { enrollment_key: "ann-2", program_id: "hub-plus" }),
      enrolled("ann-at-school", "2024-02-28", { partner_id: "school", program_id: "school-class" }),
    ],
    referral: ["2024-01-09", "2024-02-29", "2024-03-01"].map((on) => referred("ann", on, { referral_key: on })),
  });
  expect(found.map((row) => [row.referral_key, row.enrollment_key, row.program_id])).toEqual([
    ["2024-01-09", "ann-1", "hub-core"],
    ["2024-02-29", "ann-1", "hub-core"],
    ["2024-03-01", "ann-2", "hub-plus"],
  ]);
});

test("an introduction is one only where it is marked, and a reason that is not given is not known", async () => {
  const found = await sentReferrals(
    referredAtHub(sent, {
      ann: { warm_handoff: true, not_connected_reason: "declined" },
      bob: { warm_handoff: false },
      cat: {},
    }),
  );
  expect(found.map(({ warm, reason }) => [warm, reason])).toEqual([
    [true, "declined"],
    [false, "unknown"],
    [false, "unknown"],
  ]);
});

import { expect, test } from "vitest";
import { timeToAccept } from "../../models/measures/time-to-accept.ts";
import { partsByUnit, printedOf, referredAtHub } from "./referral-rows.ts";

const sent = "2024-03-01";
const parts = (referrals: Parameters<typeof referredAtHub>[1], asOf?: string) =>
  partsByUnit(timeToAccept, referredAtHub(sent, referrals), asOf);

const days = [7, 14, 30, 90];
const by = (...from: number[]) => from.map((day) => `by_${day}`);
const waiting = (...at: number[]) => at.map((day) => `at_risk_${day}`);

test("seven people by hand: on the day, on day 7, on day 8, served without an acceptance, rejected, never, and on day 91", async () => {
  const units = printedOf(
    timeToAccept,
    await parts({
      ann: { status: "accepted", accepted_on: sent },
      bob: { status: "in_progress", accepted_on: "2024-03-08" },
      cat: { status: "in_progress", accepted_on: "2024-03-09" },
      dan: { status: "service_received", closed_on: "2024-04-30" },
      eve: { status: "rejected", accepted_on: "2024-03-02", closed_on: "2024-03-03" },
      fay: { status: "waitlisted" },
      gus: { status: "accepted", accepted_on: "2024-05-31" },
    }),
  );
  const sorted = (own: string[]) => own.toSorted();
  const never = sorted(["started", ...waiting(...days)]);
  expect(Object.fromEntries(Object.entries(units).map(([who, own]) => [who, sorted(own)]))).toEqual({
    ann: sorted(["started", ...by(...days)]),
    bob: sorted(["started", ...by(...days)]),
    cat: sorted(["started", ...by(14, 30, 90), ...waiting(7)]),
    dan: sorted(["started", ...by(90), ...waiting(7, 14, 30)]),
    eve: never,
    fay: never,
    gus: never,
  });
});

test("an open referral is looked at from day 90 on, and is still waiting then", async () => {
  const open = { ann: { status: "waitlisted" } };
  expect(await parts(open, "2024-05-29")).toEqual({});
  expect((await parts(open, "2024-05-30")).ann).toEqual(["started", ...waiting(...days)]);
});

test("an acceptance on the as-of date counts, one of the day after is not known yet", async () => {
  const accepted = { ann: { status: "accepted", accepted_on: "2024-05-30" } };
  expect((await parts(accepted, "2024-05-30")).ann).toContain("by_90");
  const later = { ann: { status: "accepted", accepted_on: "2024-05-31" } };
  expect((await parts(later, "2024-05-30")).ann).toContain("at_risk_90");
});

test("what its sender withdrew is in no curve, whenever that was", async () => {
  expect(await parts({ ann: { status: "cancelled", accepted_on: "2024-03-02", closed_on: "2024-08-01" } })).toEqual({});
});

import { expect, test } from "vitest";
import { referral } from "../../models/contract/referral.ts";
import { reasonsNotConnected } from "../../models/measures/reasons-not-connected.ts";
import { partsByUnit, referredAtHub } from "./referral-rows.ts";

const sent = "2024-03-01";

test("eight people by hand: each once, by the reason given, if it ended without the service by day 90", async () => {
  const units = await partsByUnit(
    reasonsNotConnected,
    referredAtHub(sent, {
      ann: { status: "rejected", closed_on: sent, not_connected_reason: "no_capacity" },
      bob: { status: "not_received", closed_on: "2024-05-30", not_connected_reason: "not_reached" },
      cat: { status: "not_received", closed_on: "2024-05-31", not_connected_reason: "not_reached" },
      dan: { status: "rejected", closed_on: "2024-03-05" },
      eve: { status: "waitlisted", not_connected_reason: "no_capacity" },
      fay: { status: "cancelled", closed_on: "2024-03-05", not_connected_reason: "declined" },
      gus: { status: "service_received", closed_on: "2024-03-05", not_connected_reason: "other" },
      hal: { status: "rejected", not_connected_reason: "declined" },
    }),
  );
  expect(units).toEqual({
    ann: ["unserved", "no_capacity"],
    bob: ["unserved", "not_reached"],
    dan: ["unserved", "unknown"],
  });
});

test("a referral that has ended is looked at 90 days after it was sent and not the day before", async () => {
  const rows = referredAtHub(sent, { ann: { status: "rejected", closed_on: "2024-03-02" } });
  expect(Object.keys(await partsByUnit(reasonsNotConnected, rows, "2024-05-30"))).toEqual(["ann"]);
  expect(await partsByUnit(reasonsNotConnected, rows, "2024-05-29")).toEqual({});
});

test("every reason of the contract is a part and a share of its own", () => {
  const { parts, rates } = reasonsNotConnected.kind;
  const reasons = Object.keys(referral.fields.not_connected_reason.codes);
  expect(
    parts
      .slice(1)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(reasons.toSorted());
  expect(rates.map(({ numerator }) => numerator)).toEqual(parts.slice(1).map(({ id }) => id));
});

import { expect, test } from "vitest";
import { referralFlows } from "../../models/measures/referral-flows.ts";
import { Partner } from "../../pipelines/network.ts";
import { partsByUnit, printedOf, referredAtHub } from "./referral-rows.ts";

const sent = "2024-03-01";

test("six people by hand: by the kind of partner they were sent to, and served there by day 90 or not", async () => {
  const served = (closed_on: string) => ({ status: "service_received", closed_on });
  const units = await partsByUnit(
    referralFlows,
    referredAtHub(sent, {
      ann: { sent_to: "hub" },
      bob: { sent_to: "school" },
      cat: { sent_to: "school", ...served("2024-05-30") },
      dan: { sent_to: "school", ...served("2024-05-31") },
      eve: { sent_to: "hub", ...served(sent) },
      fay: { sent_to: "somewhere-else" },
    }),
  );
  expect(printedOf(referralFlows, units)).toEqual({
    ann: ["sent", "to_hub"],
    bob: ["sent", "to_work"],
    cat: ["sent", "connected", "to_work", "connected_work"],
    dan: ["sent", "to_work"],
    eve: ["sent", "connected", "to_hub", "connected_hub"],
    fay: ["sent", "to_other"],
  });
});

test("a referral counts once 90 days have passed, and not the day before", async () => {
  const rows = referredAtHub(sent, { ann: {} });
  expect(Object.keys(await partsByUnit(referralFlows, rows, "2024-05-30"))).toEqual(["ann"]);
  expect(await partsByUnit(referralFlows, rows, "2024-05-29")).toEqual({});
});

test("every group of receivers is of kinds a partner can be", () => {
  const kinds = Partner.shape.kind.options as readonly string[];
  const named = ["care_coordination_hub", "housing_agency", "workforce_board", "adult_education"];
  expect(named.filter((kind) => !kinds.includes(kind))).toEqual([]);
  expect(referralFlows.kind.rates.map(({ id }) => id)).toEqual([
    ...["to_hub", "to_housing", "to_work", "to_other"],
    ...["connected_hub", "connected_housing", "connected_work", "connected_other"],
  ]);
});

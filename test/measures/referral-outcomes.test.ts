import { expect, test } from "vitest";
import { referralOutcomes } from "../../models/measures/referral-outcomes.ts";
import { enrolled, figuresOf, person, warehouseOf } from "../support/warehouse.ts";
import { collectAtHub } from "./record-rows.ts";
import { partsByUnit, printedOf, referred, referredAtHub } from "./referral-rows.ts";

const sent = "2024-03-01";
const countedIn = async (referrals: Parameters<typeof referredAtHub>[1], asOf?: string) =>
  printedOf(referralOutcomes, await partsByUnit(referralOutcomes, referredAtHub(sent, referrals), asOf));

const at = (...days: number[]) =>
  days.flatMap((day) => ["answered", "accepted", "closed", "connected"].map((one) => `${one}_${day}`));
const ends = (...what: string[]) => [14, 30, 90].flatMap((day) => what.map((one) => `${one}_${day}`));

test("a service on day 14 counts within 14 days, on day 15 within 30, on day 90 within 90, on day 91 not at all", async () => {
  const status = "service_received";
  expect(
    await countedIn({
      ann: { status, closed_on: "2024-03-15" },
      bob: { status, closed_on: "2024-03-16" },
      cat: { status, closed_on: "2024-03-31" },
      dan: { status, closed_on: "2024-05-30" },
      eve: { status, closed_on: "2024-05-31" },
      fay: { status },
    }),
  ).toEqual({
    ann: ["sent", ...at(14, 30, 90), "decided"],
    bob: ["sent", ...at(30, 90), "decided"],
    cat: ["sent", ...at(30, 90), "decided"],
    dan: ["sent", ...at(90), "decided"],
    eve: ["sent"],
    fay: ["sent"],
  });
});

test("an acceptance answers and closes nothing; a rejection answers and closes; a waiting list does neither", async () => {
  const closed_on = "2024-03-15";
  expect(
    await countedIn({
      open: { status: "in_progress", accepted_on: "2024-03-16" },
      refused: { status: "rejected", closed_on },
      failed: { status: "not_received", accepted_on: sent, closed_on },
      unasked: { status: "not_received", closed_on },
      waitlisted: { status: "waitlisted" },
      unknown: { status: "unknown" },
      warm: { warm_handoff: true },
    }),
  ).toEqual({
    open: ["sent", "answered_30", "accepted_30", "answered_90", "accepted_90", "decided"],
    refused: ["sent", ...ends("answered", "closed"), "decided", "rejected", "unserved"],
    failed: ["sent", ...ends("answered", "accepted", "closed"), "decided", "unserved"],
    unasked: ["sent", ...ends("answered", "closed"), "unserved"],
    waitlisted: ["sent"],
    unknown: ["sent"],
    warm: ["sent", "warm"],
  });
});

test("a referral counts once 90 days have passed, and never when its sender withdrew it", async () => {
  const referrals = { ann: {}, bob: { status: "cancelled", closed_on: "2024-08-01" } };
  expect(await countedIn(referrals, "2024-05-30")).toEqual({ ann: ["sent"] });
  expect(await countedIn(referrals, "2024-05-29")).toEqual({});
});

test("what becomes of a referral between two days is counted too", async () => {
  const units = await partsByUnit(
    referralOutcomes,
    referredAtHub(sent, {
      ann: { status: "service_received", accepted_on: "2024-03-05", closed_on: "2024-03-20" },
      dan: { status: "not_received", accepted_on: "2024-03-20", closed_on: "2024-04-10" },
      eve: { status: "not_received", closed_on: "2024-05-30" },
    }),
  );
  const moves = (who: string) => units[who]!.filter((part) => /_\d+_.*_\d+$/.test(part));
  expect(moves("ann")).toEqual(["open_14_connected_30"]);
  expect(moves("dan")).toEqual(["waiting_14_open_30", "open_30_failed_90"]);
  expect(moves("eve")).toEqual(["waiting_30_refused_90"]);
});

test("twelve referrals of one person have one person behind them, by program year, where referrals are sent", async () => {
  const days = ["2024-06-30", "2024-07-01"];
  const referral = Array.from({ length: 12 }, (_, nth) => referred("ann", days[nth % 2]!, { referral_key: `r${nth}` }));
  const door = await warehouseOf({ person: [person("ann")], enrollment: [enrolled("ann", "2023-01-10")], referral });
  await collectAtHub(door, referralOutcomes);
  const figure = await figuresOf(door, referralOutcomes);
  const [found] = await door.rows(
    "select value, people from figure where part = 'sent' and slice = 'network' and period_kind = 'all'",
  );
  await door.close();
  expect(found).toEqual({ value: 12, people: 1 });
  expect(["PY2023", "PY2024"].map((year) => figure(`all network network ${year} sent`))).toEqual([6, 6]);
  expect(figure("all partner school to-date sent")).toBe("[not_collected]");
});

import { expect, test } from "vitest";
import { timeliness } from "../../models/quality/timeliness.ts";
import { enrolled } from "../support/warehouse.ts";
import { file, qualityOf, type Received } from "./quality-of.ts";

const feed = { partner_id: "hub", feed_id: "feed" };
const came = (...days: string[]) => days.map((delivered_on) => ({ ...feed, delivered_on }));

test("a file is as fresh as the latest entry or exit it tells of, and a plan for a later day does not make it fresher", async () => {
  const received_file = [file({ record: "enrollment", file_name: "e.csv" })];
  const stay = (exited_on: string | null) => ({ enrollment: [enrolled("ann", "2025-12-01", { exited_on })] });
  const latest = async (exited_on: string | null) =>
    (await qualityOf(timeliness, stay(exited_on), { received_file }))["enrollment latest_event e.csv"];
  expect(await latest(null)).toBe("32 days");
  expect(await latest("2025-12-30")).toBe("3 days");
  expect(await latest("2026-01-03")).toBe("32 days");
});

/** What is said of a feed that came on the 1st, 11th and 31st of January (gaps of 10 and 20 days, 15 usually) on another day. */
const onDay = (read_on: string, days = ["2026-01-01", "2026-01-11", "2026-01-31"]) =>
  qualityOf(timeliness, {}, { delivery_day: came(...days), report_day: [{ read_on }] });

test("a feed is late when more than one and a half times its usual gap has passed, and not on the day before", async () => {
  expect(await onDay("2026-02-22")).toEqual({
    "feed since_last_delivery": "22 days",
    "feed usual_gap": "15 days",
    "feed late": "0/1",
  });
  expect((await onDay("2026-02-23"))["feed late"]).toBe("1/1");
});

test("a feed that came on two days has no rhythm yet and is never late", async () => {
  expect(await onDay("2030-01-01", ["2026-01-01", "2026-01-11"])).toEqual({ "feed since_last_delivery": "1451 days" });
});

test("an entry told of 30 days later is in time and one after 31 days is not; what the first day brought and what is to come is not counted", async () => {
  const told = (event_on: string, reported_on: string, event: "entered_on" | "exited_on" = "entered_on") => ({
    ...feed,
    ...{ event, event_on, reported_on },
  });
  const received: Received = {
    delivery_day: came("2026-01-01", "2026-03-01"),
    first_report: [
      told("2026-01-30", "2026-03-01"),
      told("2026-01-29", "2026-03-01"),
      told("2020-01-01", "2026-01-01"),
      told("2026-03-02", "2026-03-01"),
      told("2026-02-27", "2026-03-01", "exited_on"),
    ],
  };
  expect(await qualityOf(timeliness, {}, received)).toEqual({
    "enrollment entered_on": "1/2, 30.5 days",
    "enrollment exited_on": "1/1, 2 days",
  });
});

import { expect, test } from "vitest";
import { datedRecords } from "../../models/quality/event-dates.ts";

test("a goal happens when it is set and when it is reached, not when it is due; the day of an age is no event of a person, nor the last of which records tell one of an episode", () => {
  const dates = Object.fromEntries(datedRecords.map(({ record, fields }) => [record, fields]));
  expect(dates).toMatchObject({
    goal: ["set_on", "reached_on"],
    enrollment: ["entered_on", "exited_on"],
    benefit_month: ["month"],
  });
  expect(dates).not.toHaveProperty("person");
});

import type { EducationTestTable } from "../../models/warehouse.ts";

const origin = { partner_id: "hub", feed_id: "feed", file_hash: "0".repeat(64), row_number: 2 };

/** A test of the episode `<person>-1` in reading, of adult basic education unless said otherwise. */
export const tested = (
  person_key: string,
  point: "pre" | "post",
  tested_on: string,
  level: number,
  facts: Partial<EducationTestTable> = {},
) => ({
  ...{ ...origin, enrollment_key: `${person_key}-1`, person_key, tested_on },
  ...{ track: "abe", subject: "reading", point, level, ...facts },
});

/** A gain in skill in the episode `<person>-1`. */
export const progressed = (person_key: string, type: string, achieved_on: string) => ({
  ...{ ...origin, enrollment_key: `${person_key}-1`, person_key, type, achieved_on },
});

import { expect, test } from "vitest";
import { isParticipantRecord } from "../../../pipelines/map/is-participant-record.ts";

test("a participant record is known by its elements, in bare numbers too", () => {
  expect(isParticipantRecord(["PIRL100", "PIRL900", "PIRL901", "Worker", "Site", "Notes", "Unit"])).toBe(true);
  expect(isParticipantRecord(["100", "900", "901", "903"])).toBe(true);
});

test("a name or two that a record also has, amounts and months make none", () => {
  expect(isParticipantRecord(["Client", "Date of Program Entry", "Date of Program Exit", "Program", "Age"])).toBe(
    false,
  );
  expect(isParticipantRecord(["2025-04", "702.89"])).toBe(false);
  expect(isParticipantRecord([])).toBe(false);
});

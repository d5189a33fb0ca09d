import { expect, test } from "vitest";
import { checkRow } from "../../models/contract/check-row.ts";
import { referral } from "../../models/contract/referral.ts";

const token = (letter: string) => `cm1:hub:${letter.repeat(43)}`;
const row = {
  referral_token: token("a"),
  person_token: token("b"),
  sent_by: "hub",
  sent_to: "school",
  sent_on: "2024-03-01",
  need: "education",
  status: "sent",
};

const brokenBy = (status: string) =>
  checkRow(referral, { ...row, status }).filter((rule) => rule.startsWith("status:"));

test("a status outside the list is a finding, be it a word of another system that nobody mapped", () => {
  for (const status of ["sent", "waitlisted", "service_received", "unknown"]) expect(brokenBy(status)).toEqual([]);
  for (const status of ["open", "Got help", "entered-in-error", "SENT"]) {
    expect([status, brokenBy(status)]).toEqual([status, ["status:unknown_code"]]);
  }
});

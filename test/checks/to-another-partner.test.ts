import { expect, test } from "vitest";
import { toAnotherPartner } from "../../models/checks/to-another-partner.ts";
import { offenders } from "../support/offenders.ts";

const sent = (row_number: number, sent_by: string, sent_to: string) => ({
  partner_id: "hub",
  feed_id: "feed",
  file_hash: "0",
  row_number,
  referral_key: `r${row_number}`,
  person_key: "ann",
  sent_by,
  sent_to,
  sent_on: "2024-01-01",
  need: "food",
  status: "sent",
});

test("a referral goes to another partner: one that a partner sends to itself is not one", async () => {
  const rows = { referral: [sent(2, "hub", "school"), sent(3, "school", "hub"), sent(4, "hub", "hub")] };
  expect(await offenders(toAnotherPartner, "referral", rows)).toEqual([4]);
});

import { expect, test } from "vitest";
import { knownPartner } from "../../models/checks/known-partner.ts";
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

test("a referral between partners of the network is fine, one from or to anybody else is not", async () => {
  const rows = { referral: [sent(2, "hub", "school"), sent(3, "hub", "elsewhere"), sent(4, "elsewhere", "hub")] };
  expect(await offenders(knownPartner, "referral", rows)).toEqual([3, 4]);
});

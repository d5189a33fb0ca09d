import { datedRecords } from "../event-dates.ts";
import type { Warning } from "./warning.ts";

export const futureDate: Warning = {
  id: "future_date",
  says: "the date is later than the day on which the file was received; send what has happened, or correct the year",
  about: datedRecords.flatMap(({ record, fields }) => fields.map((field) => ({ record, field }))),
  beside: (record) =>
    `left join received_file as came on came.partner_id = r.partner_id and came.feed_id = r.feed_id and came.file_hash = r.file_hash and came.record = '${record}'`,
  asked: () => "true",
  odd: ({ field }) => `came.received_on < r.${field}`,
};

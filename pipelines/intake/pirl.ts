import type { PirlFeed } from "../network.ts";
import type { Door } from "../warehouse.ts";
import type { Mapped } from "./mapped.ts";
import { bindHeader } from "./pirl/bind-header.ts";
import { credentialRows } from "./pirl/credential-rows.ts";
import { enrollmentFields } from "./pirl/enrollment-fields.ts";
import { jobRows } from "./pirl/job-rows.ts";
import { cell, periodRows } from "./pirl/period-rows.ts";
import { personFields } from "./pirl/person-fields.ts";
import { type PirlSelection, selectPeriods } from "./pirl/select-periods.ts";
import { skillGainRows } from "./pirl/skill-gain-rows.ts";
import { trainingRows } from "./pirl/training-rows.ts";
import { tableColumns } from "./table-columns.ts";

export { isPirlHeader, pirlNames } from "./pirl/bind-header.ts";
export { checkParticipants, pirlColumnFaults } from "./pirl/check-records.ts";

/**
 * The records in one PIRL file, whose table of text has `_row` as record number, once nothing was found wrong with its header and its
 * participants. Wages by quarter, status at entry and what tests showed have no place in the contract and are left out.
 */
export async function pirlRecords(door: Door, feed: PirlFeed, file: string, table: string): Promise<Mapped[]> {
  const { columns } = bindHeader([...(await tableColumns(door, table))], feed);
  const periods = periodRows(table, columns, feed);
  return selections(periods).map((selection) => selectPeriods(selection, file, columns));
}

const selections = (periods: string): PirlSelection[] => [
  {
    record: "person",
    fields: personFields,
    rows: `from ${latestPeriods(periods)} where nth = 1 or ${cell("100")} is null`,
  },
  { record: "enrollment", fields: enrollmentFields, rows: `from ${periods}` },
  jobRows(periods),
  credentialRows(periods),
  skillGainRows(periods),
  trainingRows(periods),
];

/** A person is as the latest of their periods has them. */
const latestPeriods = (periods: string) =>
  `(select *, row_number() over (partition by ${cell("100")} order by ${cell("900")} desc nulls last, _row) as nth from ${periods})`;

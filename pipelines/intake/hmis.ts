import type { HmisFeed } from "../network.ts";
import { type Door, quoteName } from "../warehouse.ts";
import { enrollmentFields, householdMemberFields } from "./hmis/enrollment-fields.ts";
import { tableOf } from "./hmis/export-tables.ts";
import { exportVersion } from "./hmis/export-version.ts";
import { incomeFields } from "./hmis/income-fields.ts";
import { personColumns } from "./hmis/person-columns.ts";
import { personFields } from "./hmis/person-fields.ts";
import { codeSql, type Selection, selectRecord } from "./hmis/select-record.ts";
import { isService, serviceFields } from "./hmis/service-fields.ts";
import type { Mapped } from "./mapped.ts";
import { tableColumns } from "./table-columns.ts";

export { checkExport, hmisColumns, hmisRequired } from "./hmis/check-export.ts";

/**
 * The records in a de-identified HMIS export, for tables that `checkExport` found nothing wrong with. Deleted rows are left out.
 * Tables are all text, one per file by its name (`Client.csv`), with `_row` as record number; the version is read from Export.csv.
 */
export async function hmisRecords(door: Door, feed: HmisFeed, tables: ReadonlyMap<string, string>): Promise<Mapped[]> {
  const version = await exportVersion(door, tableOf(tables, "Export.csv")!.table);
  if (!version) throw new Error(`no version in the tables of an HMIS export: ${[...tables.keys()].join(", ")}`);
  const clients = await tableColumns(door, tableOf(tables, "Client.csv")!.table);
  const person = personFields(personColumns[version], clients);
  return selections(feed, tables, person).map((selection) =>
    selectRecord(selection, tableOf(tables, selection.file)!.file),
  );
}

function selections(
  { projects }: HmisFeed,
  tables: ReadonlyMap<string, string>,
  person: Selection["fields"],
): Selection[] {
  const named = (file: string) => quoteName(tableOf(tables, file)!.table);
  const kept = (file: string) => `(select * from ${named(file)} where "DateDeleted" is null)`;
  const start = `(select min("ExportStartDate") as "ExportStartDate" from ${named("Export.csv")})`;
  const exits = `(select "EnrollmentID" as left_id, "ExitDate", "Destination", "ProjectCompletionStatus" from ${kept("Exit.csv")})`;
  const all: Selection[] = [
    {
      record: "person",
      file: "Client.csv",
      fields: person,
      rows: `from ${kept("Client.csv")} cross join ${start}`,
    },
    {
      record: "household_member",
      file: "Enrollment.csv",
      fields: householdMemberFields,
      rows: `from ${lastPlaces(kept("Enrollment.csv"))} where nth = 1`,
    },
    {
      record: "enrollment",
      file: "Enrollment.csv",
      fields: enrollmentFields(projects),
      rows: `from ${kept("Enrollment.csv")} as e left join ${exits} as x on x.left_id = e."EnrollmentID"`,
    },
    { record: "income", file: "IncomeBenefits.csv", fields: incomeFields, rows: `from ${kept("IncomeBenefits.csv")}` },
  ];
  if (!tableOf(tables, "Services.csv")) return all;
  const places = `(select "EnrollmentID" as in_id, "ProjectID" from ${kept("Enrollment.csv")})`;
  const program = { from: "ProjectID", sql: codeSql("ProjectID", projects) };
  const rows = `from ${kept("Services.csv")} as s left join ${places} as p on p.in_id = s."EnrollmentID" where ${isService}`;
  return [...all, { record: "service", file: "Services.csv", fields: { ...serviceFields, program_id: program }, rows }];
}

/** A person's place in a household is the one at the latest entry with it. */
const lastPlaces = (enrollments: string) =>
  `(select *, row_number() over (partition by "HouseholdID", "PersonalID" order by "EntryDate" desc nulls last, _row) as nth
    from ${enrollments} where "HouseholdID" is not null)`;

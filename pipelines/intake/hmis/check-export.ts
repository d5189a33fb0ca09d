import type { Finding } from "../../findings.ts";
import { type Door, quoteName } from "../../warehouse.ts";
import { tableOf } from "./export-tables.ts";
import { personFlags } from "./person-fields.ts";

type ExportFinding = Extract<Finding, { code: "missing-file" | "missing-column" | "wrong-format" | "unhashed-export" }>;
export type ExportFault = Pick<ExportFinding, "code" | "facts">;

/** Columns the adapter reads, by the file they are in; Services.csv may be left out. */
const READ: Readonly<Record<string, readonly string[]>> = {
  "Export.csv": ["CSVVersion", "ExportStartDate"],
  "Client.csv": ["PersonalID", "VeteranStatus", "AgeAtExportStart", "DateDeleted", ...personFlags],
  "Enrollment.csv": [
    ...["EnrollmentID", "PersonalID", "ProjectID", "EntryDate", "HouseholdID", "RelationshipToHoH"],
    ...["LivingSituation", "AgeAtEntry", "DateDeleted"],
  ],
  "Exit.csv": ["EnrollmentID", "ExitDate", "Destination", "ProjectCompletionStatus", "DateDeleted"],
  "IncomeBenefits.csv": [
    ...["EnrollmentID", "PersonalID", "InformationDate", "DataCollectionStage", "IncomeFromAnySource"],
    ...["TotalMonthlyIncome", "Earned", "EarnedAmount", "DateDeleted"],
  ],
  "Services.csv": [
    ...["ServicesID", "EnrollmentID", "PersonalID", "DateProvided", "RecordType", "TypeProvided", "FAAmount"],
    "DateDeleted",
  ],
};

/** Every column the adapter reads. */
export const hmisColumns: ReadonlySet<string> = new Set(Object.values(READ).flat());

/** Files without which an HMIS export cannot be read. */
export const hmisRequired: readonly string[] = Object.keys(READ).filter((file) => file !== "Services.csv");

/**
 * What is wrong with a staged HMIS export as a whole. The flag HashStatus is not believed: it says nothing of dates of birth,
 * so an export that `deidentify` did not write is refused whatever its flag; columns and values are screened besides.
 */
export async function checkExport(door: Door, tables: ReadonlyMap<string, string>): Promise<ExportFault[]> {
  const faults: ExportFault[] = hmisRequired
    .filter((file) => !tableOf(tables, file))
    .map((file) => ({ code: "missing-file", facts: { file } }));
  const exported = tableOf(tables, "Export.csv");
  if (exported) faults.push(...(await checkOrigin(door, exported.table, exported.file)));
  if (faults.some(({ code }) => code === "unhashed-export" || code === "wrong-format")) return faults;
  for (const [file, columns] of Object.entries(READ)) {
    const found = tableOf(tables, file);
    if (found) faults.push(...missing(found.file, await columnsOf(door, found.table), columns));
  }
  return faults;
}

async function checkOrigin(door: Door, table: string, file: string): Promise<ExportFault[]> {
  const columns = await columnsOf(door, table);
  const says = async (column: string, pattern: string) => {
    if (!columns.has(column)) return false;
    const [row] = await door.rows<{ so: boolean | null }>(
      `select bool_and(regexp_full_match(coalesce(cast(${quoteName(column)} as varchar), ''), $1)) as so from ${quoteName(table)}`,
      [pattern],
    );
    return row!.so === true;
  };
  const faults: ExportFault[] = [];
  if (!(await says("CSVVersion", "(FY)?2022.*")))
    faults.push({ code: "wrong-format", facts: { file, column: "CSVVersion", expected: "HMIS CSV FY2022" } });
  if (!(await says("DeidentifiedBy", "common-measure deidentify [0-9]+")))
    faults.push({ code: "unhashed-export", facts: { file, column: "HashStatus" } });
  return faults;
}

async function columnsOf(door: Door, table: string): Promise<Set<string>> {
  const rows = await door.rows<{ column_name: string }>(`select column_name from (describe ${quoteName(table)})`);
  return new Set(rows.map(({ column_name }) => column_name));
}

const missing = (file: string, held: ReadonlySet<string>, read: readonly string[]) =>
  read
    .filter((column) => !held.has(column))
    .map((column): ExportFault => ({ code: "missing-column", facts: { file, column, field: "HMIS CSV FY2022" } }));

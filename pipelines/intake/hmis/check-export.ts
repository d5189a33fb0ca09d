import type { Finding } from "../../findings.ts";
import { HMIS_VERSIONS_SAID, type HmisVersion } from "../../hmis-version.ts";
import { type Door, quoteName } from "../../warehouse.ts";
import { tableColumns } from "../table-columns.ts";
import { tableOf } from "./export-tables.ts";
import { exportVersion } from "./export-version.ts";
import { personColumns, spellings } from "./person-columns.ts";

type ExportFinding = Extract<Finding, { code: "missing-file" | "missing-column" | "wrong-format" | "unhashed-export" }>;
export type ExportFault = Pick<ExportFinding, "code" | "facts">;

/** Columns the adapter reads in every version, by the file they are in; Services.csv may be left out. */
const READ: Readonly<Record<string, readonly string[]>> = {
  "Export.csv": ["CSVVersion", "ExportStartDate"],
  "Client.csv": ["PersonalID", "VeteranStatus", "AgeAtExportStart", "DateDeleted"],
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

/** Every column the adapter reads, of whatever version. */
export const hmisColumns: ReadonlySet<string> = new Set([
  ...Object.values(READ).flat(),
  ...Object.values(personColumns).flatMap(spellings).flat(),
]);

/** Files without which an HMIS export cannot be read. */
export const hmisRequired: readonly string[] = Object.keys(READ).filter((file) => file !== "Services.csv");

/**
 * What is wrong with a staged HMIS export as a whole. The flag HashStatus is not believed: it says nothing of dates of birth,
 * so an export that `deidentify` did not write is refused whatever its flag; columns and values are screened besides.
 */
export async function checkExport(door: Door, tables: ReadonlyMap<string, string>): Promise<ExportFault[]> {
  const absent = hmisRequired
    .filter((file) => !tableOf(tables, file))
    .map((file): ExportFault => ({ code: "missing-file", facts: { file } }));
  const exported = tableOf(tables, "Export.csv");
  if (!exported) return absent;
  const { file, table } = exported;
  const version = await exportVersion(door, table);
  const faults = [...absent];
  if (!version)
    faults.push({ code: "wrong-format", facts: { file, column: "CSVVersion", expected: HMIS_VERSIONS_SAID } });
  const deidentified = await isDeidentified(door, table);
  if (!deidentified) faults.push({ code: "unhashed-export", facts: { file, column: "HashStatus" } });
  if (!version || !deidentified) return faults;
  for (const name of Object.keys(READ)) {
    const found = tableOf(tables, name);
    if (found) faults.push(...missing(found.file, await tableColumns(door, found.table), name, version));
  }
  return faults;
}

async function isDeidentified(door: Door, table: string): Promise<boolean> {
  if (!(await tableColumns(door, table)).has("DeidentifiedBy")) return false;
  const [row] = await door.rows<{ so: boolean | null }>(
    `select bool_and(regexp_full_match(coalesce(cast("DeidentifiedBy" as varchar), ''), $1)) as so from ${quoteName(table)}`,
    ["common-measure deidentify [0-9]+"],
  );
  return row!.so === true;
}

/** Columns of a file of the format that are not there, each by its first spelling. */
function missing(file: string, held: ReadonlySet<string>, name: string, version: HmisVersion): ExportFault[] {
  const asked = name === "Client.csv" ? spellings(personColumns[version]) : [];
  return [...READ[name]!.map((column) => [column]), ...asked]
    .filter((spelled) => !spelled.some((column) => held.has(column)))
    .map(([column]) => ({
      code: "missing-column",
      facts: { file, column: column!, field: `HMIS CSV FY${version}` },
    }));
}

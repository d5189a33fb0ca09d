import path from "node:path";
import { HMIS_VERSIONS_SAID, hmisVersion } from "../hmis-version.ts";
import { dayOf } from "./age.ts";
import { readRecords } from "./read-records.ts";

/** What de-identifying one file needs to know from the others. */
export interface ExportFacts {
  /** First day of the export, `YYYY-MM-DD`. */
  startsOn: string;
  /** PersonalID to date of birth; people without one are not in it. */
  born: ReadonlyMap<string, string>;
}

/** Reads the facts and refuses exports that cannot be de-identified here: no Export, Client or Enrollment file, another version, done before, or a victim service provider's. */
export async function readFacts(
  folder: string,
  { known }: { known: ReadonlyMap<string, string> },
): Promise<ExportFacts> {
  const file = (name: string) => {
    const found = known.get(name);
    if (!found) throw new Error(`${name}.csv is not in ${folder}: export the whole of ${HMIS_VERSIONS_SAID}`);
    return path.join(folder, found);
  };
  const enrollments = file("Enrollment");
  if (known.has("Organization")) await refuseVictimServices(file("Organization"), file("Project"), enrollments);
  return { startsOn: await exportStart(file("Export")), born: await datesOfBirth(file("Client")) };
}

async function exportStart(file: string): Promise<string> {
  for await (const row of rowsOf(file)) {
    if (row("DeidentifiedBy") !== "") throw new Error("Export.csv says that this export is de-identified already");
    if (!hmisVersion(row("CSVVersion"))) throw new Error(`Export.csv has no CSVVersion of ${HMIS_VERSIONS_SAID}`);
    const start = dayOf(row("ExportStartDate"));
    if (!start) throw new Error("Export.csv has no ExportStartDate in the form YYYY-MM-DD");
    return start;
  }
  throw new Error("Export.csv has no row: export again");
}

/** Personal information of people served by victim service providers is not shared in any form, 28 CFR 94.115 and 90.4. */
async function refuseVictimServices(organizations: string, projects: string, enrollments: string) {
  const providers = await idsWhere(organizations, "OrganizationID", (row) => row("VictimServiceProvider") === "1");
  if (providers.size === 0) return;
  const theirs = await idsWhere(projects, "ProjectID", (row) => providers.has(row("OrganizationID")));
  const served = await idsWhere(enrollments, "ProjectID", (row) => theirs.has(row("ProjectID")));
  if (served.size === 0) return;
  throw new Error(
    "Enrollment.csv has people of a victim service provider, which sends totals and never rows about people: export without its projects",
  );
}

async function idsWhere(file: string, id: string, where: (row: Row) => boolean): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const row of rowsOf(file)) if (where(row)) ids.add(row(id));
  return ids;
}

async function datesOfBirth(file: string): Promise<ReadonlyMap<string, string>> {
  const born = new Map<string, string>();
  let unread = 0;
  for await (const row of rowsOf(file)) {
    const date = row("DOB");
    if (date === "") continue;
    const day = dayOf(date);
    if (day) born.set(row("PersonalID"), day);
    else unread += 1;
  }
  if (unread > 0) throw new Error(`Client.csv has ${unread} DOB not in the form YYYY-MM-DD: export again`);
  return born;
}

type Row = (column: string) => string;

/** Rows of a file as a function from column to cell, empty for a column it does not have. */
async function* rowsOf(file: string): AsyncGenerator<Row> {
  let at: Map<string, number> | undefined;
  for await (const record of readRecords(file)) {
    if (!at) at = new Map(record.map((column, index) => [column.trim(), index]));
    else yield (column) => record[at!.get(column) ?? -1]?.trim() ?? "";
  }
}

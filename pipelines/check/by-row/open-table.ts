import { columnFaults, knownColumns } from "../../intake/columns.ts";
import type { Fault } from "../../intake/fault.ts";
import { headerFaults, tooManyColumns } from "../../intake/header-faults.ts";
import type { TableFeed } from "../../network.ts";
import { barredNames } from "../../screen/barred.ts";
import type { IdentifierFinding } from "../../screen/identifier-finding.ts";
import type { Screening } from "../../screen/profile.ts";
import { screenHeader } from "../../screen/screen-header.ts";
import { shownHeader } from "../../screen/shown-header.ts";
import type { Records } from "./records.ts";
import type { RowChecks } from "./row-checks.ts";
import { TableScreen } from "./table-screen.ts";

/** A table on its way through the screen, and what is made of it: nothing of a sheet that is not read. */
export interface TableToOpen {
  file: string;
  tables: readonly TableFeed[];
  screening: Screening;
  records: Records;
}

/** A table whose header was looked at: what stands under it can be screened, and checked where nothing is wrong with it. */
export interface OpenTable {
  header: readonly string[];
  screen: TableScreen;
  named: readonly IdentifierFinding[];
  checks: readonly RowChecks[];
  /** Everything found, when all rows were screened. */
  end(): Fault[];
}

/** Opens a table under its header, `before` being what stops it anyway; what is said instead where it is no header. */
export function openTable(
  { file, tables, screening, records }: TableToOpen,
  names: readonly string[],
  before: readonly Fault[],
): OpenTable | readonly Fault[] {
  const agreed = knownColumns(tables);
  const isRead = tables.length > 0;
  const header = shownHeader(names, agreed);
  if (isRead && !header.some((column) => agreed.has(column)))
    return [...before, { code: "no-agreed-column", facts: { file, columns: header.length } }];
  const tooMany = tooManyColumns(file, header.length);
  if (tooMany.length > 0) return [...before, ...tooMany];
  const wrong = headerFaults(file, header);
  const named = [...screenHeader(file, names, agreed), ...barredNames(file, names, screening)];
  const differs = isRead ? columnFaults(file, header, tables) : [];
  const clean = [before, wrong, named, differs].every(({ length }) => length === 0);
  const screen = new TableScreen(
    header.map((name, at) => name || `column ${at + 1}`),
    screening,
  );
  const checks = clean ? records.of(file, tables, header) : [];
  return {
    header,
    screen,
    named,
    checks,
    end() {
      for (const check of checks) check.end();
      const held = screen.identifiers(file, new Set(named.map(({ facts }) => facts.column)));
      if (!isRead) return [...named, ...held];
      return wrong.length > 0 ? [...before, ...wrong, ...named, ...held] : [...before, ...named, ...held, ...differs];
    },
  };
}

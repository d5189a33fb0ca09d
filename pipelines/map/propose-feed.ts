import { matchesPattern } from "../file-pattern.ts";
import { feedIdOf, patternOf } from "./file-name-pattern.ts";
import type { FoundFile, FoundProjects, FoundRecord } from "./found-file.ts";
import { joinTables } from "./join-tables.ts";
import { type ProposedTable, proposeTable, type Sender } from "./propose-table.ts";

interface OfFiles {
  id: string;
  files: string;
  written: Readonly<Record<string, string>>;
  /** Sentences on sheets that cannot be mapped as they are. */
  passed: readonly string[];
}

/** A proposed feed of tables: one, or several in one file. */
export interface TablesProposal extends OfFiles {
  tables: readonly [ProposedTable, ...ProposedTable[]];
  projects?: undefined;
  participants?: undefined;
}

/** A proposed feed of an HMIS export. */
export interface HmisProposal extends OfFiles {
  projects: FoundProjects;
  tables?: undefined;
  participants?: undefined;
}

/** A proposed feed of WIOA participant records. */
export interface PirlProposal extends OfFiles {
  participants: FoundRecord;
  tables?: undefined;
  projects?: undefined;
}

export type ProposedFeed = TablesProposal | HmisProposal | PirlProposal;

/** Proposes a feed for a file, and names the tables in it that are nothing the contract has. */
export function proposeFeed(
  file: FoundFile,
  sender: Sender,
): { feed: ProposedFeed | null; unknown: readonly string[] } {
  const { name, written, others, passed } = file;
  const of = {
    id: file.format === "hmis_csv" && name.startsWith("*") ? "hmis" : feedIdOf(name),
    files: patternOf(name),
    written,
    passed,
  };
  if (file.projects) return { feed: { ...of, projects: file.projects }, unknown: [] };
  if (file.record) return { feed: { ...of, participants: file.record }, unknown: [] };
  const proposed = file.tables.map((table) => ({ table, proposal: proposeTable(table, sender) }));
  const unknown = proposed.filter(({ proposal }) => !proposal).map(({ table }) => table.name);
  const [first, ...rest] = underPatterns(proposed.flatMap(({ proposal }) => proposal ?? []));
  return {
    feed: first ? { ...of, tables: [first, ...rest] } : null,
    unknown: [...unknown, ...others],
  };
}

/** Tables of a zip folder by the patterns of their files' names, those of one pattern joined; where another table's file fits a pattern too, names stay as they are. */
function underPatterns(tables: readonly ProposedTable[]): ProposedTable[] {
  const wide = tables.map((table) =>
    table.inside === undefined ? table : { ...table, inside: patternOf(table.inside) },
  );
  const clashing = tables.some(({ inside, sheet, record }) =>
    wide.some(
      (other) =>
        inside !== undefined &&
        matchesPattern(inside, other.inside!) &&
        (patternOf(inside) !== other.inside || (sheet === other.sheet && record !== other.record)),
    ),
  );
  return (clashing ? tables : wide).reduce<ProposedTable[]>(withTable, []);
}

/** Tables with one more; one of the same records at the same place adds its words to that which is there. */
export function withTable(tables: readonly ProposedTable[], table: ProposedTable): ProposedTable[] {
  const same = tables.findIndex((other) => samePlace(other, table) && other.record === table.record);
  return same < 0 ? [...tables, table] : tables.with(same, joinTables(tables[same]!, table));
}

/** Whether two tables are made of the same sheet or files. */
export const samePlace = (one: ProposedTable, other: ProposedTable): boolean =>
  one.inside === other.inside && one.sheet === other.sheet;

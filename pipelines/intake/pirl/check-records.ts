import { TOKEN_PATTERN } from "../../../models/contract/field.ts";
import type { Finding } from "../../findings.ts";
import type { PirlFeed } from "../../network.ts";
import { identifyingElements, pirlElements } from "../../pirl-elements.ts";
import { pirlPrograms } from "../../pirl-programs.ts";
import { spelledElement } from "../../pirl-spelling.ts";
import { type Door, quoteName } from "../../warehouse.ts";
import { nearest } from "../columns.ts";
import { tableColumns } from "../table-columns.ts";
import { bindHeader } from "./bind-header.ts";

type PirlFinding = Extract<
  Finding,
  { code: "identifier-column" | "bare-participants" | "duplicate-column" | "unknown-column" | "missing-column" }
>;
export type PirlFault = Pick<PirlFinding, "code" | "facts">;

/** Of each of these, one element must be there. */
const NEEDED = [["100"], ["900"], ["901"], ["AgeAtEntry", "CALC4039"]] as const;

/** What is wrong with the header of a PIRL file. Elements that identify are named though their columns only have a number. */
export function pirlColumnFaults(file: string, header: readonly string[], feed: PirlFeed): PirlFault[] {
  const { columns, twice, strangers } = bindHeader(header, feed);
  const free = Object.entries(pirlElements).filter(([element]) => !columns.has(element));
  return [
    ...header.flatMap((column): PirlFault[] => {
      const identifier = identifyingElements[spelledElement(column)?.element ?? ""];
      return identifier ? [{ code: "identifier-column", facts: { file, column, identifier } }] : [];
    }),
    ...twice.map((column): PirlFault => ({ code: "duplicate-column", facts: { file, column } })),
    ...strangers.map((column): PirlFault => {
      const near = nearest(
        column,
        free.map(([, { name }]) => name),
      );
      return { code: "unknown-column", facts: { file, column, nearest: near } };
    }),
    ...neededBy(feed).flatMap((any): PirlFault[] => {
      if (any.some((element) => columns.has(element))) return [];
      const [element] = any;
      return [{ code: "missing-column", facts: { file, column: element!, field: pirlElements[element!]!.name } }];
    }),
  ];
}

/** Elements of which one must be there: those of every record, and the flag of each program the feed has. */
function neededBy({ programs }: PirlFeed): (readonly string[])[] {
  const flags = Object.entries(pirlPrograms).filter(([name]) => name in programs);
  return [...NEEDED, ...flags.map(([, elements]) => elements)];
}

/** Participants' own numbers where keyed tokens belong: such a file was not de-identified. */
export async function checkParticipants(
  door: Door,
  feed: PirlFeed,
  tables: ReadonlyMap<string, string>,
): Promise<PirlFault[]> {
  const faults: PirlFault[] = [];
  for (const [file, table] of tables) {
    const column = bindHeader([...(await tableColumns(door, table))], feed).columns.get("100");
    if (!column) continue;
    const [bare] = await door.rows<{ n: number }>(
      `select count(*) as n from ${quoteName(table)} where not regexp_full_match(${quoteName(column)}, $1)`,
      [TOKEN_PATTERN],
    );
    if (bare!.n === 0) continue;
    faults.push({ code: "bare-participants", facts: { file, column, rows: bare!.n } });
  }
  return faults;
}

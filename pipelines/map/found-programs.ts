import { bindHeader } from "../intake/pirl/bind-header.ts";
import type { Staged } from "../intake/stage-csv.ts";
import { pirlProgramNames, pirlPrograms } from "../pirl-programs.ts";
import { type Door, quoteName } from "../warehouse.ts";
import type { FoundRecord } from "./found-file.ts";
import { bareRecord } from "./is-participant-record.ts";

/** The programs of a participant record that somebody in the tables took part in. */
export async function foundPrograms(
  door: Door,
  tables: readonly Pick<Staged, "table" | "columns">[],
): Promise<Pick<FoundRecord, "programs">> {
  const found = new Set<string>();
  for (const { table, columns } of tables) {
    const bound = bindHeader(columns, bareRecord).columns;
    for (const program of pirlProgramNames) {
      const flags = pirlPrograms[program].flatMap((element) => bound.get(element) ?? []);
      const took = flags.map((flag) => `try_cast(${quoteName(flag)} as integer) between 1 and 3`).join(" or ");
      if (flags.length === 0) continue;
      const [row] = await door.rows<{ n: number }>(`select count(*) as n from ${quoteName(table)} where ${took}`);
      if (row!.n > 0) found.add(program);
    }
  }
  return { programs: pirlProgramNames.filter((program) => found.has(program)) };
}

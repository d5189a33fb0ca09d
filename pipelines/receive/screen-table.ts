import type { Fault } from "../intake/fault.ts";
import { headerFaults, tooManyColumns } from "../intake/header-faults.ts";
import type { Staged } from "../intake/stage-csv.ts";
import type { Feed } from "../network.ts";
import { barredNames } from "../screen/barred.ts";
import { isGeneralised, type Screening } from "../screen/profile.ts";
import { screenColumns } from "../screen/screen-columns.ts";
import { screenHeader } from "../screen/screen-header.ts";
import { screenProfile } from "../screen/screen-profile.ts";
import { screenRejected } from "../screen/screen-rejected.ts";
import { screenValues } from "../screen/screen-values.ts";
import { shownHeader } from "../screen/shown-header.ts";
import type { Door } from "../warehouse.ts";
import { agreementOn } from "./agreement.ts";
import type { TableToScreen } from "./table-to-screen.ts";

/** A table that was screened: staged where something is to be made of it and it has its header, and what was found. */
export interface Screened {
  table: Staged | null;
  faults: Fault[];
}

/** What decides how a table is screened: what its feed says, and its partner's profile. */
interface Screen {
  feed: Feed;
  screening: Screening;
}

/** Screens the header and the values of a table for identifiers, and compares its columns with what was agreed. */
export async function screenTable(
  door: Door,
  { feed, screening }: Screen,
  { opened, tables, read }: TableToScreen,
): Promise<Screened> {
  const { name, header: names } = opened;
  if (!names) return { table: null, faults: read ? [...opened.faults, ...headerFaults(name, null)] : [] };
  const agreed = agreementOn(feed, tables);
  const header = shownHeader(names, agreed.named);
  if (agreed.isNoHeader(header)) {
    const none: Fault = { code: "no-agreed-column", facts: { file: name, columns: header.length } };
    return { table: null, faults: [...opened.faults, none] };
  }
  const tooMany = tooManyColumns(name, header.length);
  if (tooMany.length > 0) return { table: null, faults: [...opened.faults, ...tooMany] };
  const wrong = headerFaults(name, header);
  const named = [...screenHeader(name, names, agreed.named), ...barredNames(name, names, screening)];
  const differs = agreed.differences(name, header);
  const obstacles = (await opened.obstacles?.(header)) ?? [];
  if (obstacles.length > 0) return { table: null, faults: [...opened.faults, ...named, ...obstacles] };
  // A header that cannot name the columns of a table is stopped, and yet what stands under it is screened.
  const columns = wrong.length === 0 ? header : header.map((_, index) => `column ${index + 1}`);
  const table = await opened.stage(columns);
  const found = new Set(named.map(({ facts }) => facts.column));
  const held = [
    ...(await screenStaged(door, table, { name, screening }, header, found)),
    ...(await screenRejected(door, table.rejected, table.faults, name)),
  ];
  if (!read) return { table: null, faults: [...named, ...held] };
  if (wrong.length > 0) return { table: null, faults: [...opened.faults, ...wrong, ...named, ...held] };
  return { table: opened.faults.length > 0 ? null : table, faults: [...opened.faults, ...named, ...held, ...differs] };
}

/** Identifiers among the values of a staged table, but for the columns found by their names; columns go by the header's names. */
async function screenStaged(
  door: Door,
  { table, columns }: Staged,
  { name, screening }: { name: string; screening: Screening },
  header: readonly string[],
  found: ReadonlySet<string>,
): Promise<Fault[]> {
  const called = new Map(columns.map((column, index) => [column, header[index] || column]));
  const others = columns.filter((column) => !found.has(called.get(column)!));
  const alone = await screenValues(door, table, name, others);
  const known = new Set(alone.map(({ facts }) => facts.column));
  const rest = others.filter((column) => !known.has(column));
  const held = [...alone, ...(await screenColumns(door, table, name, rest, screening.states))];
  held.push(...(await screenProfile(door, table, name, others, screening, called)));
  return held
    .map(({ code, facts }) => ({ code, facts: { ...facts, column: called.get(facts.column)! } }))
    .filter(({ facts }) => !isGeneralised(screening, facts.column, facts.identifier));
}

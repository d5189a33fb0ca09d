import { access, mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { identifyingElements } from "../pirl-elements.ts";
import { spelledElement } from "../pirl-spelling.ts";
import { ageOn, dayOf } from "./age.ts";
import type { Deidentified, DeidentifyOptions } from "./deidentify.ts";
import { readRecords } from "./read-records.ts";
import type { Dropped } from "./rewrite-file.ts";
import { tokenMaker } from "./token.ts";
import { writeRecords } from "./write/write-records.ts";

/** Codes, counts, amounts and days of the record, as numbers of at most eight digits; states, board codes and the like. */
const CELL = /^(?:-?\d{1,8}(?:\.\d{1,4})?|[A-Za-z]{2}|[A-Z]{0,3}\d{1,7}[A-Z]{0,2}|\d{4}-\d{2}-\d{2})$/;

const AGE = "AgeAtEntry";

/** The columns of a participant record: each with its element, null for one the record does not have. */
interface Layout {
  columns: readonly { column: string; element: string | null }[];
  /** True where the file has ages already. */
  aged: boolean;
}

/**
 * Writes a WIOA participant record again without what identifies people: the participant's number becomes a keyed token, the date of
 * birth an age at entry, ZIP codes, texts and columns of no element are left out. `from` and `to` are files. Throws in whole sentences.
 */
export async function deidentifyParticipants({ from, to, key, keyId }: DeidentifyOptions): Promise<Deidentified> {
  if (await isThere(to)) throw new Error(`there is a file ${to} already: name a new one`);
  await mkdir(path.dirname(path.resolve(to)), { recursive: true });
  const part = `${to}.part`;
  const token = tokenMaker(key, keyId);
  const file = path.basename(from);
  const strays = new Map<string, number>();
  let layout: Layout | undefined;
  let rows = 0;
  const records = async function* () {
    for await (const record of readRecords(from)) {
      if (layout) {
        rows += 1;
        yield rowOf(layout, record, rows + 1, token, strays);
      } else {
        layout = layoutOf(record, file);
        yield [...keptOf(layout).map(({ column }) => column), ...(layout.aged ? [] : [AGE])];
      }
    }
  };
  try {
    await writeRecords(part, records());
    if (!layout) throw new Error(`${file} is empty: export it with its header row`);
    await rename(part, to);
  } finally {
    await rm(part, { force: true });
  }
  return { files: 1, rows, dropped: [...droppedOf(layout, file), ...strayCells(strays, file)] };
}

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );

function layoutOf(header: readonly string[], file: string): Layout {
  const columns = header.map((cell) => ({ column: cell.trim(), element: spelledElement(cell)?.element ?? null }));
  const elements = new Set(columns.map(({ element }) => element));
  for (const [element, name] of [
    ["100", "participants' numbers"],
    ["900", "days of entry"],
  ] as const)
    if (!elements.has(element)) throw new Error(`${file} has no column for ${name} (element ${element})`);
  return { columns, aged: elements.has(AGE) };
}

const isKept = ({ element }: Layout["columns"][number]) => element !== null && !(element in identifyingElements);
const keptOf = ({ columns }: Layout) => columns.filter(isKept);

function rowOf(
  layout: Layout,
  record: readonly string[],
  number: number,
  token: (kind: string, id: string) => string,
  strays: Map<string, number>,
): string[] {
  const row = layout.columns.flatMap((each, index): string[] => {
    const cell = record[index]!.trim();
    if (!isKept(each)) return [];
    if (cell === "" || CELL.test(cell) || each.element === "100") return [leaving(each.element!, cell, token)];
    strays.set(each.column, (strays.get(each.column) ?? 0) + 1);
    return [""];
  });
  return layout.aged ? row : [...row, age(layout, record, number)];
}

/** A cell that leaves: the participant's number as a token, ages of 90 and over as one. */
function leaving(element: string, cell: string, token: (kind: string, id: string) => string): string {
  if (cell === "") return "";
  if (element === "100") return token("person", cell);
  return (element === AGE || element === "CALC4039") && Number(cell) > 90 ? "90" : cell;
}

function age({ columns }: Layout, record: readonly string[], number: number): string {
  const cell = (element: string) => record[columns.findIndex((each) => each.element === element)]?.trim() ?? "";
  const born = isoDay(cell("200"));
  if (born === null)
    throw new Error(`the date of birth in record ${number} (the header is 1) is not of the form YYYYMMDD`);
  return ageOn(born, isoDay(cell("900")) ?? "");
}

/** A day as `YYYY-MM-DD`, empty for none, null for what is no day. */
const isoDay = (text: string) => (/^0*$/.test(text) ? "" : dayOf(text.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3")));

const droppedOf = ({ columns }: Layout, file: string) =>
  columns
    .filter((each) => !isKept(each))
    .map(({ column, element }): Dropped => {
      return { file, column, identifier: identifyingElements[element ?? ""] ?? "something the record does not have" };
    });

const strayCells = (strays: ReadonlyMap<string, number>, file: string) =>
  [...strays].map(([column, cells]): Dropped => {
    return {
      file,
      column,
      identifier: `${cells} cell${cells === 1 ? "" : "s"} with something other than a code, number or day`,
    };
  });

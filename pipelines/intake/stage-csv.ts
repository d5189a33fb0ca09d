import { cellTextSql } from "../../models/contract/cell-text.ts";
import { type Door, quoteName, quoteText, tableSize } from "../warehouse.ts";
import { copyWithMendedQuotes } from "./mended-quotes.ts";
import { overlongCell } from "./overlong-cell.ts";
import { rejectedCells } from "./rejected-cells.ts";
import { LONGEST_RECORD } from "./scan-records.ts";
import { type BlankLines, copyWithoutBlankLines } from "./without-blank-lines.ts";

/** A file as a table of text: `_row` (record number as a spreadsheet counts, the header is 1 and a blank line is one) and one VARCHAR column per column of the file. */
export interface Staged {
  table: string;
  columns: readonly string[];
  /** Table with the rows that do not fit the header: `_row`, `rule`, `column_name` where one is at fault, and `lines`, the lines of the file that are lost with it. */
  faults: string;
  /** Table with the cells of those rows as text, `cell`, so that nothing goes unscreened. */
  rejected: string;
}

const RULES: Readonly<Record<string, string>> = {
  "MISSING COLUMNS": "too_few_cells",
  "TOO MANY COLUMNS": "too_many_cells",
  "UNQUOTED VALUE": "broken_quotes",
  "INVALID ENCODING": "unreadable",
  "INVALID STATE": "broken_quotes",
  "LINE SIZE OVER MAXIMUM": "too_wide",
};

/** Loads a UTF-8 file into a table of text, cells trimmed and empty ones null; rows that do not fit the header go to the faults table. Row numbers count blank lines, and the records that were above the header too. */
export async function stageCsv(
  door: Door,
  name: string,
  file: string,
  header: readonly string[],
  delimiter: string,
  above = 0,
): Promise<Staged> {
  const called = (part: string) => `${part}_${name}`;
  const [table, faults, rejected] = [called("staged"), called("faults"), called("rejected")];
  const [rejects, scans, raw] = [called("rejects"), called("scans"), called("raw")];
  // Of records that do not fit DuckDB counts the blank lines before them, of the others it does not.
  const blanks = await copyWithoutBlankLines(file, `${file}.dense`, header.length, delimiter);
  const path = blanks ? `${file}.dense` : file;
  const types = header.map((column) => `${quoteText(column)}: 'VARCHAR'`).join(", ");
  const source = (
    copy: string,
  ) => `read_csv(${quoteText(copy)}, auto_detect = false, header = true, delim = ${quoteText(delimiter)}, quote = '"', escape = '"',
    columns = {${types}}, nullstr = '', strict_mode = true, max_line_size = ${LONGEST_RECORD},
    store_rejects = true, rejects_limit = 0, rejects_table = ${quoteText(rejects)}, rejects_scan = ${quoteText(scans)})`;
  // Planned once for all cells of a row: planned for every column it would take longer than reading a small file.
  const cells = `list_transform([${header.map(quoteName).join(", ")}], lambda cell : ${cellTextSql("cell")})`;
  const named = header.map((column, index) => `cells[${index + 1}] as ${quoteName(column)}`).join(", ");
  const read = (copy: string) =>
    door.run(`create or replace temp table ${raw} as select ${1 + above} + row_number() over () as _row, ${named}
    from (select ${cells} as cells from ${source(copy)})`);
  await read(path);
  // After the second broken mark in a record DuckDB takes pieces of it for rows, and forgets the rest.
  if (await hasTwiceBroken(door, rejects)) {
    for (const done of [rejects, scans]) await door.run(`drop table ${done}`);
    await copyWithMendedQuotes(path, `${path}.mended`, header.length, delimiter);
    await read(`${path}.mended`);
  }
  await door.run(`create temp table ${faults} as
    select line + ${above} as _row, ${ruleOf("arg_min(cast(error_type as varchar), coalesce(column_idx, 0))")} as rule,
      max(1 + length(trim(csv_line, chr(10))) - length(replace(csv_line, chr(10), ''))) as lines,
      min(line_byte_position) as byte, cast(null as varchar) as column_name
    from ${rejects} group by line`);
  await nameOverlong(door, faults, path, header, delimiter);
  if ((await tableSize(door, faults)) === 0) await door.run(`alter table ${raw} rename to ${table}`);
  else {
    await door.run(`create temp table ${table} as ${movedRows(raw, faults)}`);
    await door.run(`drop table ${raw}`);
  }
  if (blanks) await countBlankLines(door, [table, faults], blanks, above);
  await rejectedCells(door, rejected, rejects, path, delimiter);
  for (const done of [rejects, scans]) await door.run(`drop table ${done}`);
  return { table, columns: header, faults, rejected };
}

async function hasTwiceBroken(door: Door, rejects: string): Promise<boolean> {
  const records = await door.rows(
    `select line from ${rejects} where error_type = 'UNQUOTED VALUE' group by line having count(*) > 1 limit 1`,
  );
  return records.length > 0;
}

/** Says of records that are too long which column is, when one alone makes them so. */
async function nameOverlong(door: Door, faults: string, path: string, header: readonly string[], delimiter: string) {
  const long = await door.rows<{ _row: number; byte: number }>(
    `select _row, byte from ${faults} where rule = 'too_wide' order by _row`,
  );
  for (const { _row, byte } of long) {
    const place = await overlongCell(path, delimiter, LONGEST_RECORD, byte);
    const column = place && header[place.position - 1];
    if (column) await door.run(`update ${faults} set column_name = $1 where _row = $2`, [column, _row]);
  }
}

/** A rejected row leaves no gap in row_number(), so each accepted row is moved by the rejected rows before it. */
const movedRows = (raw: string, faults: string) => `
  with rejected as (select _row, row_number() over (order by _row) as gone from ${faults}),
  gaps as (select _row - gone as before, max(gone) as gone from rejected group by before)
  select _row + coalesce(gaps.gone, 0) as _row, ${raw}.* exclude (_row)
  from ${raw} asof left join gaps on gaps.before < ${raw}._row`;

/** Counts blank lines that were left out of the file into the numbers of rows. */
async function countBlankLines(door: Door, tables: readonly string[], blanks: readonly BlankLines[], above: number) {
  await door.run("create or replace temp table blank_lines (after integer, lines integer)");
  await door.append(
    "blank_lines",
    { after: "integer", lines: "integer" },
    blanks.map(({ after, lines }) => ({ after: after + above, lines })),
  );
  for (const table of tables)
    await door.run(`create or replace temp table ${table} as select ${table}._row + coalesce(blank_lines.lines, 0) as _row, ${table}.* exclude (_row)
      from ${table} asof left join blank_lines on blank_lines.after < ${table}._row`);
  await door.run("drop table blank_lines");
}

const ruleOf = (type: string) =>
  `case ${type} ${Object.entries(RULES)
    .map(([from, to]) => `when ${quoteText(from)} then ${quoteText(to)}`)
    .join(" ")} else 'unreadable' end`;

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { recordKinds } from "../../models/contract/catalogue.ts";
import { keptFile } from "../kept.ts";
import { type Door, openWarehouse, quoteName, quoteText } from "../warehouse.ts";

/** A key of the warehouse inside a longer text. */
const KEY = "[0-9a-f]{32}";

/** What is renamed, and where. */
export interface Renaming {
  /** The warehouse under the key of before. */
  warehouse: string;
  /** Folder of what all releases keep, and the empty one for the same under the other key. */
  kept: string;
  renamed: string;
  /** Scratch. */
  work: string;
  keyId: string;
}

/**
 * Copies what all releases keep with the names that people and records have under another key, by way of the rows both came from. Whom
 * no file has any more gets a name that nothing leads to. Needs the records under the other key; the door must reach all the folders.
 */
export async function renameKept(door: Door, { warehouse, kept, renamed, work, keyId }: Renaming): Promise<void> {
  const before = path.join(work, "keyed-before.parquet");
  await keepKeys(warehouse, before, work);
  await door.run(`create temp table new_name as
    with now as (${keysSql(await keyColumns(door))})
    select b.key as old, any_value(now.key) as new from read_parquet(${quoteText(before)}) as b
      join now using (partner_id, feed_id, file_hash, row_number, place) group by b.key
    union select key, key from now where key not in (select key from read_parquet(${quoteText(before)}))`);
  await door.run("create temp table salt as select cast(uuid() as varchar) || cast(uuid() as varchar) as salt");
  for (const release of existsSync(kept) ? readdirSync(kept).filter((name) => /^\d+$/.test(name)) : []) {
    const [from, to] = [path.join(kept, release), path.join(renamed, release)];
    mkdirSync(to, { recursive: true, mode: 0o700 });
    cpSync(from, to, { recursive: true, filter: (name) => !name.startsWith(path.join(from, "units")) });
    const facts = JSON.parse(readFileSync(keptFile(from), "utf8")) as object;
    writeFileSync(keptFile(to), `${JSON.stringify({ ...facts, key_id: keyId }, null, 1)}\n`, { mode: 0o600 });
    mkdirSync(path.join(to, "units"), { recursive: true, mode: 0o700 });
    for (const name of readdirSync(path.join(from, "units")))
      await renameFile(door, path.join(from, "units", name), path.join(to, "units", name));
  }
  await door.run("drop table new_name; drop table salt");
}

/** Every key in a record, with the row it came from. */
async function keyColumns(door: Door) {
  const kinds = recordKinds.map(({ kind }) => quoteText(kind)).join(", ");
  return door.rows<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns
      where table_schema = 'main' and table_name in (${kinds}) and column_name like '%\\_key' escape '\\' order by all`,
  );
}

const keysSql = (columns: readonly { table_name: string; column_name: string }[]) =>
  columns
    .map(
      ({ table_name, column_name }) => `select distinct partner_id, feed_id, file_hash, row_number,
        ${quoteText(`${table_name}.${column_name}`)} as place, ${quoteName(column_name)} as key
      from ${quoteName(table_name)} where ${quoteName(column_name)} is not null`,
    )
    .join(" union all ");

async function keepKeys(warehouse: string, file: string, work: string) {
  const door = await openWarehouse(warehouse, { readOnly: true, folders: [work] });
  try {
    await door.run(`copy (${keysSql(await keyColumns(door))}) to ${quoteText(file)} (format parquet)`);
  } finally {
    await door.close();
  }
}

async function renameFile(door: Door, from: string, to: string) {
  const rows = `read_parquet(${quoteText(from)})`;
  const columns = await door.rows<{ column_name: string; column_type: string }>(`describe select * from ${rows}`);
  const texts = columns.flatMap(({ column_name, column_type }) =>
    column_type === "VARCHAR" ? [quoteName(column_name)] : [],
  );
  const values = texts.map((column) => `select ${column} as text from ${rows}`).join(" union ");
  await door.run(`create or replace temp table renamed as
    with text as (select text, regexp_extract_all(text, ${quoteText(KEY)}) as keys,
        regexp_split_to_array(text, ${quoteText(KEY)}) as gaps from (${values}) where regexp_matches(text, ${quoteText(KEY)})),
    piece as (select text, unnest(keys) as key, generate_subscripts(keys, 1) as nth, gaps from text)
    select text, any_value(gaps)[1] || string_agg(coalesce(n.new, left(sha256(s.salt || key), 32)) || gaps[nth + 1], '' order by nth) as name
    from piece cross join salt as s left join new_name as n on n.old = piece.key group by text`);
  const replaced = texts.map((column, at) => `coalesce(r${at}.name, t.${column}) as ${column}`).join(", ");
  const joins = texts.map((column, at) => `left join renamed as r${at} on r${at}.text = t.${column}`).join(" ");
  await door.run(`copy (select t.* replace (${replaced}) from ${rows} as t ${joins} order by unit_id)
    to ${quoteText(to)} (format parquet)`);
}

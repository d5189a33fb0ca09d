import path from "node:path";
import { recordKind } from "../../models/contract/catalogue.ts";
import { checkSql } from "../../models/contract/check-sql.ts";
import type { Field, RecordKind } from "../../models/contract/field.ts";
import { reasonSentence } from "../../models/contract/reason.ts";
import { storedName } from "../../models/contract/record-table.ts";
import { hmacSql, type PseudonymKey } from "../keys.ts";
import type { Converted } from "../receive/receipt.ts";
import { type Door, quoteName, quoteText, tableSize } from "../warehouse.ts";
import { ZIP_FIELD, zipAreaSql } from "../zip-area.ts";
import type { Mapped } from "./mapped.ts";
import { ageFields, OLDER } from "./oldest-age.ts";
import type { Staged } from "./stage-csv.ts";

/** Whose rows these are and where they came from. */
export interface Origin {
  partner: string;
  feed: string;
  /** The delivery's name. */
  name: string;
  /** SHA-256 of the file, or of the whole export for feeds of several files. */
  hash: string;
}

/** Creates the table every reason goes to. */
export async function createSetAside(door: Door): Promise<void> {
  await door.run(`create temp table set_aside (partner_id varchar, feed_id varchar, file_hash varchar, row_number bigint,
    file_name varchar, record varchar, column_name varchar, rule varchar, says varchar)`);
}

/** Writes the reasons as `<folder>/set_aside.parquet`. */
export async function writeSetAside(door: Door, folder: string): Promise<void> {
  const file = quoteText(path.join(folder, "set_aside.parquet"));
  await door.run(
    `copy (select * from set_aside order by record, row_number, column_name, rule) to ${file} (format parquet)`,
  );
}

/** Rows of a record kind out of one table. */
export interface Part {
  mapped: Mapped;
  staged: Staged;
}

/**
 * Checks the mapped rows of one record kind, out of one table or several, against the contract: good ones go to
 * `<folder>/<record>.parquet`, the reasons of the others to the set-aside table.
 */
export async function convert(
  door: Door,
  parts: readonly Part[],
  origin: Origin,
  key: PseudonymKey,
  folder: string,
): Promise<Converted> {
  const kind = parts[0]!.mapped.record;
  const record = recordKind(kind);
  const checked = parts.map(
    ({ mapped }, part) => `select *, ${part} as _part from (${checkSql(record, generalised(record, mapped.select))})`,
  );
  await door.run(`create or replace temp table checked as ${checked.join(" union all by name ")}`);
  await markRepeated(door, record);
  await keyTokens(door, record, origin, key);
  await door.run(`copy (${storedRows(record, origin)})
    to ${quoteText(path.join(folder, `${record.kind}.parquet`))} (format parquet)`);
  const tables = [...new Set(parts.map(({ staged }) => staged))];
  const lost = tables.map(({ faults }) => `(select coalesce(sum(lines), 0) from ${faults})`).join(" + ");
  const [counts] = await door.rows<Pick<Converted, "accepted" | "broken" | "rows">>(`select
    (select count(*) from checked where len(_why) = 0) as accepted,
    (select count(distinct (_part, _row)) from checked where len(_why) > 0) + ${lost} as broken,
    ${tables.map(({ table }) => `(select count(*) from ${table})`).join(" + ")} + ${lost} as rows`);
  if (counts!.broken > 0) for (const number of parts.keys()) await setAside(door, record, parts, number, origin);
  const files = [...new Set(parts.map(({ mapped }) => mapped.file))];
  const columns = Object.assign({}, ...parts.map(({ mapped }) => mapped.source)) as Converted["columns"];
  return { record: kind, file: files.length === 1 ? files[0]! : origin.name, ...counts!, columns };
}

/** Where a row stands among those of a kind. */
const PLACE = "{'part': _part, 'row': _row}";

/** Mapped rows with every age above the oldest of the contract as that one, and of ZIP codes their areas. */
function generalised(record: RecordKind, select: string): string {
  const oldest = ageFields(record).map(({ name, oldest }) => {
    const age = quoteName(name);
    return `case when regexp_full_match(${age}, ${quoteText(OLDER)}) then '${oldest}' else ${age} end as ${age}`;
  });
  const area = quoteName(ZIP_FIELD);
  const less = ZIP_FIELD in record.fields ? [...oldest, `${zipAreaSql(area)} as ${area}`] : oldest;
  return less.length === 0 ? `(${select})` : `(select * replace (${less.join(", ")}) from (${select}))`;
}

/** Of rows with the same key the first is kept; the others say so. */
async function markRepeated(door: Door, record: RecordKind) {
  const key = record.key.map(quoteName);
  await door.run(`create or replace temp table repeated as select ${key.join(", ")}, min(${PLACE}) as first from checked
    where len(_why) = 0 group by ${key.join(", ")} having count(*) > 1`);
  if ((await tableSize(door, "repeated")) === 0) return;
  await door.run(`update checked set _why = [${quoteText(`${record.key[0]}:repeated_key`)}] from repeated as r
    where len(_why) = 0 and ${PLACE} > r.first and ${key.map((name) => `checked.${name} = r.${name}`).join(" and ")}`);
}

/** The warehouse's key for each different token of a column, so that a token in many rows is keyed once. */
async function keyTokens(door: Door, record: RecordKind, { partner }: Origin, key: PseudonymKey) {
  for (const [name, field] of tokenFields(record)) {
    await door.run(`create or replace temp table ${keyTable(name)} as select token, ${hmacSql(key, tokenText(field.of, partner))} as key
      from (select distinct ${quoteName(name)} as token from checked where len(_why) = 0)`);
  }
}

type TokenField = Extract<Field, { type: "token" }>;
const tokenFields = (record: RecordKind) =>
  Object.entries(record.fields).filter((entry): entry is [string, TokenField] => entry[1].type === "token");
const keyTable = (field: string) => quoteName(`key_of_${field}`);

/** The accepted rows as they are stored: typed fields, tokens under their new key, and where each row came from. */
function storedRows(record: RecordKind, { partner, feed, hash }: Origin): string {
  const fields = Object.entries(record.fields).map(([name, field]) =>
    field.type === "token" ? `${keyTable(name)}.key as ${storedName(name)}` : `checked.${quoteName(name)}`,
  );
  const origin = [
    `${quoteText(partner)} as partner_id`,
    `${quoteText(feed)} as feed_id`,
    `${quoteText(hash)} as file_hash`,
    "_row as row_number",
  ];
  const joins = tokenFields(record).map(
    ([name]) => `left join ${keyTable(name)} on ${keyTable(name)}.token = checked.${quoteName(name)}`,
  );
  return `select ${[...fields, ...origin].join(", ")} from checked ${joins.join(" ")} where len(_why) = 0 order by _part, _row`;
}

/** Tokens of different partners and of different things never meet, except linkage tokens, which are made to. */
const tokenText = (of: TokenField["of"], partner: string) =>
  of === "linkage" ? "'linkage:' || token" : `${quoteText(`${of}:${partner}:`)} || token`;

async function setAside(
  door: Door,
  record: RecordKind,
  parts: readonly Part[],
  part: number,
  { partner, feed, hash }: Origin,
) {
  const { mapped, staged } = parts[part]!;
  const first = parts.findIndex((other) => other.staged === staged) === part;
  const origin = `${quoteText(partner)}, ${quoteText(feed)}, ${quoteText(hash)}`;
  const file = quoteText(mapped.file);
  const domain = mapped.domains ? "domain" : "null";
  await door.run(`create or replace temp table reasons as
    select distinct _row, split_part(reason, ':', 1) as field, split_part(reason, ':', 2) as rule, ${domain} as domain, null as column_name
    from (select *, unnest(_why) as reason from checked where len(_why) > 0 and _part = ${part})
    union all select _row, '' as field, rule, null as domain, column_name from ${staged.faults} where ${first}`);
  const kinds = await door.rows<{ field: string; rule: string; domain: string | null }>(
    "select distinct field, rule, domain from reasons",
  );
  const says = kinds.map(({ field, rule, domain: of }) => {
    const column = of && ["score", "answer"].includes(field) ? mapped.domains?.[of] : mapped.source[field];
    return `(${[field, rule, of, column ?? field, reasonSentence(record, field, rule)].map((text) => (text === null ? "null" : quoteText(text))).join(", ")})`;
  });
  if (says.length > 0) {
    await door.run(`insert into set_aside select distinct ${origin}, _row, ${file}, ${quoteText(record.kind)}, coalesce(r.column_name, s.column_name), r.rule, s.says
      from reasons r join (values ${says.join(", ")}) as s(field, rule, domain, column_name, says)
        on s.field = r.field and s.rule = r.rule and s.domain is not distinct from r.domain`);
  }
  await door.run("drop table reasons");
}

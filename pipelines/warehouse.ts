import { chmodSync, existsSync } from "node:fs";
import path from "node:path";
import {
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBDecimalValue,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  type DuckDBValueConverter,
  DuckDBTypeId as Id,
  INTEGER,
  JSDuckDBValueConverter,
  VARCHAR,
} from "@duckdb/node-api";
import { Kysely } from "kysely";
import type { Warehouse } from "../models/warehouse.ts";
import { SharedSqlDialect } from "./kysely-dialect.ts";

export type Cell = string | number | bigint | boolean | null | Cell[] | { [key: string]: Cell };
export type Parameter = string | number | bigint | boolean | null;
export type ColumnType = "varchar" | "integer" | "double" | "boolean";

/** The one door to DuckDB: a file (or `:memory:`) opened with one serialized connection, so that temp tables and SET behave as in a script. */
export interface Door {
  readonly path: string;
  /** Typed queries over the warehouse's tables. */
  readonly kysely: Kysely<Warehouse>;
  run(sql: string, parameters?: readonly Parameter[]): Promise<void>;
  /** Rows as plain objects: DATE and TIMESTAMP as text, counts and sums as numbers where exact. */
  rows<Row = Record<string, Cell>>(sql: string, parameters?: readonly Parameter[]): Promise<Row[]>;
  /** Rows in batches of 2,048, for results too large to hold. */
  stream<Row = Record<string, Cell>>(sql: string): AsyncGenerator<Row[]>;
  /** Creates nothing: adds rows to an existing table whose columns are these, in this order. */
  append(table: string, columns: Readonly<Record<string, ColumnType>>, rows: readonly object[]): Promise<void>;
  close(): Promise<void>;
}

export interface OpenOptions {
  readOnly?: boolean;
  /** Memory limit, such as `4GB`, which it is unless said. */
  memory?: string;
  threads?: number;
  /** Folders DuckDB may read and write; everything else on disk and the whole network are closed to it. */
  folders?: readonly string[];
  /** Folder for what does not fit into memory; without one nothing leaves it. */
  spill?: string;
  /** The most that may lie in that folder, such as `64GB`, which it is unless said. */
  spillLimit?: string;
}

const TYPES = { varchar: VARCHAR, integer: INTEGER, double: DOUBLE, boolean: BOOLEAN } as const;
const AS_TEXT = new Set<number>([
  Id.DATE,
  Id.TIME,
  Id.TIMESTAMP,
  Id.TIMESTAMP_S,
  Id.TIMESTAMP_MS,
  Id.TIMESTAMP_NS,
  Id.UUID,
]);
const WIDE = new Set<number>([Id.BIGINT, Id.UBIGINT, Id.HUGEINT, Id.UHUGEINT]);

const exact = (value: bigint) =>
  value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;

const convert: DuckDBValueConverter<Cell> = (value: DuckDBValue, type: DuckDBType, self) => {
  if (value === null) return null;
  if (WIDE.has(type.typeId)) return exact(value as bigint);
  if (AS_TEXT.has(type.typeId)) return String(value);
  if (type.typeId === Id.DECIMAL) return (value as DuckDBDecimalValue).toDouble();
  return JSDuckDBValueConverter(value, type, self as never) as Cell;
};

/** Names of tables and columns reach SQL only through here. */
export const quoteName = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Text reaches SQL as a bound parameter where DuckDB takes one, and only elsewhere through here. */
export const quoteText = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Rows of a table. */
export async function tableSize(door: Door, table: string): Promise<number> {
  const [row] = await door.rows<{ n: number }>(`select count(*) as n from ${quoteName(table)}`);
  return row!.n;
}

// Two instances on one file in one process silently lose data (file locks are per process).
const openFiles = new Set<string>();

/** Opens a database file. Throws when the file is open in this process, or is held by another. */
export async function openWarehouse(file: string, options: OpenOptions = {}): Promise<Door> {
  const location = file === ":memory:" ? file : path.resolve(file);
  if (openFiles.has(location)) throw new Error(`already open in this process: ${location}`);
  if (location !== ":memory:") openFiles.add(location);
  try {
    const instance = await DuckDBInstance.create(location, {
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      allow_community_extensions: "false",
      allow_unsigned_extensions: "false",
      allow_persistent_secrets: "false",
      access_mode: options.readOnly ? "READ_ONLY" : "AUTOMATIC",
      memory_limit: options.memory ?? "4GB",
      ...(options.threads ? { threads: String(options.threads) } : {}),
      // Left to itself it would be a folder of the working directory, and an allowed one.
      temp_directory: options.spill ?? "",
    });
    const connection = await instance.connect();
    await close(connection, options);
    if (location !== ":memory:" && !options.readOnly && existsSync(location)) chmodSync(location, 0o600);
    return door(location, instance, connection);
  } catch (error) {
    openFiles.delete(location);
    throw error;
  }
}

async function close(connection: DuckDBConnection, { folders = [], spill, spillLimit = "64GB" }: OpenOptions) {
  const allowed = folders.map((folder) => quoteText(`${path.resolve(folder)}/`)).join(", ");
  await connection.run("set TimeZone = 'UTC'");
  // Given when the database is opened, this limit is shown and not kept.
  if (spill) await connection.run(`set max_temp_directory_size = ${quoteText(spillLimit)}`);
  await connection.run(`set allowed_directories = [${allowed}]`);
  await connection.run("set enable_external_access = false");
  await connection.run("set lock_configuration = true");
}

/** An error of DuckDB with the statement it came from; keys in the statement are left out. */
class QueryError extends Error {
  constructor(cause: Error, sql: string) {
    super(`${cause.message}\n\nSQL: ${sql.replaceAll(/unhex\('[0-9a-f]+'\)/g, "[key]")}`, { cause });
  }
}

function door(location: string, instance: DuckDBInstance, connection: DuckDBConnection): Door {
  const run = async (sql: string, parameters: readonly Parameter[] = []) => {
    try {
      return await connection.run(sql, [...parameters] as DuckDBValue[]);
    } catch (error) {
      throw new QueryError(error as Error, sql);
    }
  };
  const rows = async (sql: string, parameters?: readonly Parameter[]) => {
    const result = await run(sql, parameters);
    return result.convertRowObjects(convert);
  };
  const kysely = new Kysely<Warehouse>({
    dialect: new SharedSqlDialect((sql, parameters) => rows(sql, parameters as Parameter[])),
  });
  return {
    path: location,
    kysely,
    async run(sql, parameters) {
      await run(sql, parameters);
    },
    async rows<Row>(sql: string, parameters?: readonly Parameter[]) {
      return (await rows(sql, parameters)) as Row[];
    },
    async *stream<Row>(sql: string) {
      const result = await connection.stream(sql);
      for await (const rows of result.yieldConvertedRowObjects(convert)) yield rows as Row[];
    },
    async append(table, columns, rows) {
      await append(connection, table, columns, rows);
    },
    async close() {
      await kysely.destroy();
      connection.closeSync();
      instance.closeSync();
      openFiles.delete(location);
    },
  };
}

async function append(
  connection: DuckDBConnection,
  table: string,
  columns: Readonly<Record<string, ColumnType>>,
  rows: readonly object[],
) {
  const names = Object.keys(columns);
  const types = names.map((name) => TYPES[columns[name]!]);
  const appender = await connection.createAppender(table);
  for (let start = 0; start < rows.length; start += 2048) {
    const batch = rows.slice(start, start + 2048) as Record<string, DuckDBValue>[];
    const chunk = DuckDBDataChunk.create(types, batch.length);
    chunk.setColumns(names.map((name) => batch.map((row) => row[name] ?? null)));
    appender.appendDataChunk(chunk);
  }
  appender.flushSync();
  appender.closeSync();
}

import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  DialectAdapterBase,
  type Driver,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";

/** What the dialect needs of a database: run one statement and give its rows. */
export type Execute = (sql: string, parameters: readonly unknown[]) => Promise<unknown[]>;

class Connection implements DatabaseConnection {
  readonly execute: Execute;
  constructor(execute: Execute) {
    this.execute = execute;
  }
  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    return { rows: (await this.execute(sql, parameters)) as Row[] };
  }
  // biome-ignore lint/correctness/useYield: large results are read through the door's own stream
  async *streamQuery<Row>(): AsyncGenerator<QueryResult<Row>> {
    throw new Error("stream through the door, not through kysely");
  }
}

class Adapter extends DialectAdapterBase {
  override get supportsTransactionalDdl() {
    return true;
  }
  override get supportsReturning() {
    return true;
  }
  override async acquireMigrationLock() {}
  override async releaseMigrationLock() {}
}

/** Kysely over one serialized connection, with the SQL that DuckDB and PostgreSQL share. */
export class SharedSqlDialect implements Dialect {
  readonly #connection: Connection;
  constructor(execute: Execute) {
    this.#connection = new Connection(execute);
  }
  createDriver(): Driver {
    const connection = this.#connection;
    const say = (sql: string) => async () => {
      await connection.executeQuery(CompiledQuery.raw(sql));
    };
    return {
      async init() {},
      async acquireConnection() {
        return connection;
      },
      beginTransaction: say("begin transaction"),
      commitTransaction: say("commit"),
      rollbackTransaction: say("rollback"),
      async releaseConnection() {},
      async destroy() {},
    };
  }
  createQueryCompiler() {
    return new PostgresQueryCompiler();
  }
  createAdapter() {
    return new Adapter();
  }
  createIntrospector(): never {
    throw new Error("the warehouse has no introspector: its tables are declared in models/warehouse.ts");
  }
}

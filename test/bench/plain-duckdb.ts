import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

/** Opens a DuckDB file without our own door, gives its connection to the work and closes it. */
export async function withDuckDB<Result>(
  file: string,
  settings: Record<string, string>,
  work: (connection: DuckDBConnection) => Promise<Result>,
): Promise<Result> {
  const instance = await DuckDBInstance.create(file, settings);
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

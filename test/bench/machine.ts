import { availableParallelism, totalmem } from "node:os";
import process from "node:process";
import { version } from "@duckdb/node-api";

/** What the figures of a benchmark depend on, and nothing that names the machine. */
export function thisMachine(): string {
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${availableParallelism()} cores, ${memory} GB of memory, Node ${process.versions.node}, DuckDB ${version()}`;
}

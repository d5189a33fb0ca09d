import path from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 180_000,
    hookTimeout: 240_000,
    // Two workers at most: DuckDB and Chromium use the other cores themselves.
    maxWorkers: 2,
    pool: "forks",
    // No test leaves anything behind in a module, so files share what they import.
    isolate: false,
    // Commands that tests start find what was compiled for the one before.
    env: { NODE_COMPILE_CACHE: path.join(import.meta.dirname, "node_modules/.compile-cache") },
  },
});

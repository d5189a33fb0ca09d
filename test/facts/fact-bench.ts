import { factsOf } from "../../pipelines/build/facts.ts";
import { loadCalendar } from "../../pipelines/build/structure.ts";
import { quoteText } from "../../pipelines/warehouse.ts";
import { testNetwork } from "../support/network.ts";
import { insert, type Rows, warehouseOf } from "../support/warehouse.ts";

/** One warehouse for many cases of one fact: each case replaces the records and builds the facts it needs again. */
export async function openBench(needs: readonly string[]) {
  const door = await warehouseOf({});
  const facts = factsOf(testNetwork).filter(({ table }) => needs.includes(table));
  const filled = new Set<string>();
  return {
    /** The rows of the last fact needed, of these records as of a day. */
    async rows<Row>(records: Rows, asOf = "2025-12-31"): Promise<Row[]> {
      for (const table of filled) await door.run(`delete from ${table}`);
      for (const [table, list] of Object.entries(records)) {
        filled.add(table);
        for (const row of list) await insert(door, table, row);
      }
      await door.run(`update run_day set as_of = cast(${quoteText(asOf)} as date)`);
      for (const table of ["quarter", "partner_domain"]) await door.run(`drop table ${table}`);
      await loadCalendar(door, testNetwork);
      for (const { table, query } of facts)
        await door.run(`create or replace table ${table} as ${query(door.kysely).compile().sql}`);
      return door.rows<Row>(`select * from ${needs.at(-1)!} order by all`);
    },
    close: () => door.close(),
  };
}

import { dimensions } from "../../models/quality/catalogue.ts";
import { type Dimension, type QualityRow, qualityColumns } from "../../models/quality/dimension.ts";
import { type Door, quoteText } from "../warehouse.ts";
import { loadFirstReports } from "./first-reports.ts";
import { loadReceived, type ReceivedSoFar } from "./received.ts";

/** One row of quality with the dimension it is of. */
export type Measured = QualityRow & { dimension: Dimension["id"] };

/**
 * Measures every dimension in the private warehouse, into a temp table `quality` that is gone when the door closes. The rows are for
 * the partner and the network's staff; nothing of them is published.
 */
export async function measureQuality(door: Door, intake: string, received: ReceivedSoFar): Promise<void> {
  await loadReceived(door, received);
  await loadFirstReports(door, intake, received.history);
  const columns = qualityColumns.map(([name, type]) => `${name} ${type}`).join(", ");
  await door.run(`create temp table quality (place integer, dimension varchar, ${columns})`);
  const queries = dimensions.flatMap(({ id, queries }) => queries.map((query) => ({ id, query })));
  for (const [place, { id, query }] of queries.entries())
    await door.run(`insert into quality select ${place}, ${quoteText(id)}, q.* from (${query}) as q`);
}

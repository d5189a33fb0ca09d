import { feedTables, isTableFeed } from "../feed-tables.ts";
import type { Feed } from "../network.ts";
import type { Network } from "../read-network.ts";
import { type Door, quoteText } from "../warehouse.ts";
import type { Receipt } from "./receipt.ts";

const WAITS = "waits_for_file";

/** What rows lack while a file with records of a kind is held back: an enrollment goes with its person. */
const LACKING: Readonly<Record<string, readonly string[]>> = {
  person: ["unknown_person", "unknown_enrollment"],
  enrollment: ["unknown_enrollment"],
};

/** Says of rows that refer to no record in use which stopped or refused files of their partner may hold it: there is nothing to mend in the rows themselves. */
export async function explainWaiting(door: Door, network: Network, held: readonly Receipt[]): Promise<void> {
  for (const { id, feeds } of network.partners)
    for (const [kind, rules] of Object.entries(LACKING)) {
      const holding = feeds.filter((feed) => holds(feed, kind)).map((feed) => feed.id);
      const files = held.filter(({ partner, feed }) => partner === id && holding.includes(feed));
      if (files.length === 0) continue;
      const named = files.map(({ name, outcome }) => `${name}, which was ${outcome}`).join(", or in ");
      await door.run(
        `update set_aside set rule = '${WAITS}', says = $1 where partner_id = $2 and rule in (${rules.map(quoteText).join(", ")})`,
        [`the record it refers to may be in ${named}: mend that first`, id],
      );
    }
}

const holds = (feed: Feed, kind: string) =>
  !isTableFeed(feed) || feedTables(feed).some(({ record }) => record === kind);

/** Makes one of all rows of a file that wait for the same, with how many they are: a list to mend has nothing to say of each. */
export async function gatherWaiting(door: Door): Promise<void> {
  const keys = "partner_id, feed_id, file_hash, file_name, record, column_name, rule";
  await door.run(`create temp table gathered as
    select ${keys}, min(row_number) as row_number,
      says || case when count(*) > 1 then ' (' || count(*) || ' rows, of which this is the first)' else '' end as says
    from set_aside where rule = '${WAITS}' group by ${keys}, set_aside.says`);
  await door.run(`delete from set_aside where rule = '${WAITS}'`);
  await door.run("insert into set_aside by name select * from gathered");
  await door.run("drop table gathered");
}

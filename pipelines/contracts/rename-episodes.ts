import type { LedgerLine } from "../../models/contracts/ledger.ts";
import type { OutcomeContract } from "../../models/contracts/outcome-contract.ts";
import { type Door, openWarehouse, quoteText } from "../warehouse.ts";

/** An enrollment as it was keyed: the row of the file it came from. */
interface Keyed {
  partner_id: string;
  feed_id: string;
  file_hash: string;
  row_number: number;
  enrollment_key: string;
}

/** The name of an episode in the ledger, which means nothing outside of it. */
export const episodeName = (contract: string, key: string) => `left(md5(${contract} || ' ' || ${key}), 16)`;

/** The names episodes have in the ledger by those they had under another key, by way of the rows both came from. Needs `enrollment`. */
export async function renamedEpisodes(
  door: Door,
  before: string,
  contracts: readonly OutcomeContract[],
): Promise<ReadonlyMap<string, string>> {
  const renamed = new Map<string, string>();
  if (contracts.length === 0) return renamed;
  const providers = contracts.map(({ provider }) => quoteText(provider)).join(", ");
  const columns = {
    partner_id: "varchar",
    feed_id: "varchar",
    file_hash: "varchar",
    row_number: "integer",
    enrollment_key: "varchar",
  } as const;
  await door.run(
    `create temp table keyed_before (${Object.entries(columns)
      .map((column) => column.join(" "))
      .join(", ")})`,
  );
  await door.append("keyed_before", columns, await keyedIn(before, providers, Object.keys(columns)));
  for (const { id, provider } of contracts) {
    const contract = quoteText(id);
    const pairs = await door.rows<{ before: string; now: string }>(
      `select ${episodeName(contract, "b.enrollment_key")} as before, ${episodeName(contract, "e.enrollment_key")} as now
      from keyed_before as b join enrollment as e using (partner_id, feed_id, file_hash, row_number) where partner_id = $1`,
      [provider],
    );
    for (const { before, now } of pairs) renamed.set(before, now);
  }
  await door.run("drop table keyed_before");
  return renamed;
}

async function keyedIn(warehouse: string, providers: string, columns: readonly string[]): Promise<Keyed[]> {
  const door = await openWarehouse(warehouse, { readOnly: true });
  try {
    return await door.rows<Keyed>(`select ${columns.join(", ")} from enrollment where partner_id in (${providers})`);
  } finally {
    await door.close();
  }
}

/** Lines of a ledger under the names its episodes have now. */
export const underNewNames = (ledger: readonly LedgerLine[], renamed: ReadonlyMap<string, string>): LedgerLine[] =>
  ledger.map((line) => ({ ...line, episode: renamed.get(line.episode) ?? line.episode }));

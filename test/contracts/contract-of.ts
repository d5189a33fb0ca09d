import type * as z from "zod";
import { claims } from "../../models/contracts/claims.ts";
import type { EvidenceRow } from "../../models/contracts/evidence.ts";
import { evidenceOfKind } from "../../models/contracts/evidence.ts";
import { Evidence, OutcomeContract } from "../../models/contracts/outcome-contract.ts";
import { type Rows, warehouseOf } from "../support/warehouse.ts";

type Terms = z.input<typeof OutcomeContract>;

/** Terms with the hub for 2024 and 2025; a test names only what it is about. */
export const contractOf = (terms: Partial<Terms> & Pick<Terms, "outcomes">): OutcomeContract =>
  OutcomeContract.parse({
    ...{ id: "pay", title: "Pay", provider: "hub", payer: "The state", programs: ["hub-core"] },
    ...{ starts_on: "2024-01-01", ends_on: "2025-12-31", cap_cents: 100_000_000, source: "Made up." },
    ...terms,
  });

type OutcomeTerms = Terms["outcomes"][number];

/** An outcome of 100 dollars with a long window. */
export const outcomeOf = (code: string, evidence: Evidence, terms: Partial<OutcomeTerms> = {}): OutcomeTerms => ({
  ...{ code, title: code, evidence, window_days: 700, rates: [{ from: "2024-01-01", amount_cents: 10_000 }] },
  ...terms,
});

/** The evidence of a kind as `episode → days reached`. */
export async function evidenceIn(
  evidence: z.input<typeof Evidence>,
  rows: Rows,
  asOf?: string,
): Promise<Record<string, string[]>> {
  const door = await warehouseOf(rows, asOf);
  const query = evidenceOfKind(door.kysely, Evidence.parse(evidence)).compile().sql;
  const found = await door.rows<EvidenceRow>(`select * from (${query}) order by achieved_on, piece`);
  await door.close();
  const byEpisode = Map.groupBy(found, ({ enrollment_key }) => enrollment_key);
  return Object.fromEntries([...byEpisode].map(([key, own]) => [key, own.map(({ achieved_on }) => achieved_on)]));
}

/** Outcomes as `episode outcome` → the last day on which each can be reached. */
export async function openIn(contract: OutcomeContract, rows: Rows): Promise<Record<string, string>> {
  const door = await warehouseOf(rows);
  const found = await claims(door.kysely, contract).execute();
  await door.close();
  return Object.fromEntries(found.map((claim) => [`${claim.enrollment_key} ${claim.outcome}`, claim.open_until]));
}

/** Claims as `episode outcome occurrence` → cents, or why not. */
export async function claimsIn(
  contract: OutcomeContract,
  rows: Rows,
  asOf?: string,
): Promise<Record<string, number | string>> {
  const door = await warehouseOf(rows, asOf);
  const found = await claims(door.kysely, contract).execute();
  await door.close();
  return Object.fromEntries(
    found.map(({ enrollment_key, outcome, occurrence, reason, amount_cents }) => [
      `${enrollment_key} ${outcome} ${occurrence}`,
      reason ?? amount_cents,
    ]),
  );
}

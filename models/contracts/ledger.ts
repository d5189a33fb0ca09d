import type { Reason } from "./reason.ts";

/**
 * Why money is taken back: the claim's reason now, another amount, an outcome that is no longer among those of its episode, or an
 * episode without any claim left under the contract.
 */
export type ClawbackReason = Reason | "restated" | "outcome_gone" | "episode_gone";

/** One line of a ledger: a payment, or a clawback of one. Lines are added and never changed. */
export interface LedgerLine {
  contract: string;
  /** Digest of the episode's key, which means nothing outside the ledger. */
  episode: string;
  outcome: string;
  occurrence: number;
  entry: "payment" | "clawback";
  /** Integer cents; negative for a clawback. */
  amount_cents: number;
  /** The day the outcome was reached, as it was known when it was paid. */
  achieved_on: string;
  /** The last day counted by the run that added the line, and that run. */
  posted_on: string;
  run: string;
  /** Null for a payment. */
  reason: ClawbackReason | null;
  /** File and row of the episode when the line was added; a row of the partner's own file. */
  file: string;
  row: number;
}

/** A claim as the ledger knows it. */
export interface LedgerClaim
  extends Pick<LedgerLine, "contract" | "episode" | "outcome" | "occurrence" | "file" | "row"> {
  achieved_on: string | null;
  amount_cents: number;
  reason: Reason | null;
}

const episodeOf = ({ contract, episode }: Pick<LedgerLine, "contract" | "episode">) => `${contract} ${episode}`;

const keyOf = ({ contract, episode, outcome, occurrence }: Omit<LedgerClaim, "reason" | "achieved_on">) =>
  [contract, episode, outcome, occurrence].join(" ");

/**
 * The lines that bring a ledger to what is payable now: a payment of what is payable and not paid, a clawback of what was paid and is
 * payable no more, both where the amount is another one. Clawbacks come first, so that what is paid in their place stands. Nothing
 * where ledger and claims agree, so no claim is paid twice.
 */
export function newLines(
  ledger: readonly LedgerLine[],
  claims: readonly LedgerClaim[],
  posting: Pick<LedgerLine, "posted_on" | "run">,
): LedgerLine[] {
  const standing = paidNow(ledger);
  const now = new Map(claims.map((claim) => [keyOf(claim), claim]));
  const episodes = new Set(claims.map(episodeOf));
  const clawbacks = [...standing].flatMap(([key, paid]) => {
    const claim = now.get(key);
    if (claim?.amount_cents === paid.amount_cents) return [];
    const gone = episodes.has(episodeOf(paid)) ? "outcome_gone" : "episode_gone";
    const reason: ClawbackReason = claim ? (claim.reason ?? "restated") : gone;
    return [{ ...paid, ...posting, entry: "clawback" as const, amount_cents: -paid.amount_cents, reason }];
  });
  const payments = claims
    .filter((claim) => claim.amount_cents > 0 && standing.get(keyOf(claim))?.amount_cents !== claim.amount_cents)
    .map(({ achieved_on, reason: _, ...claim }) => ({
      ...{ ...claim, ...posting, entry: "payment" as const, achieved_on: achieved_on!, reason: null },
    }));
  return [...clawbacks.sort(byDay), ...payments.sort(byDay)];
}

/** The payment that stands for each claim: the last one, unless it was taken back. */
export function paidNow(ledger: readonly LedgerLine[]): Map<string, LedgerLine> {
  const standing = new Map<string, LedgerLine>();
  for (const line of ledger) {
    if (line.entry === "payment") standing.set(keyOf(line), line);
    else standing.delete(keyOf(line));
  }
  return standing;
}

const byDay = (a: LedgerLine, b: LedgerLine) =>
  a.achieved_on.localeCompare(b.achieved_on) || keyOf(a).localeCompare(keyOf(b));

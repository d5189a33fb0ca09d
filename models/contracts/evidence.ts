import { type Kysely, type SelectQueryBuilder, sql } from "kysely";
import { PLACEMENT_WINDOW_DAYS } from "../facts/placement.ts";
import type { Warehouse } from "../warehouse.ts";
import { CERTIFICATE_AFTER_EXIT_DAYS, certificateEarned } from "./certificate-earned.ts";
import { componentBegun } from "./component-begun.ts";
import { componentCompleted } from "./component-completed.ts";
import { hoursOfService } from "./hours-of-service.ts";
import { jobHeld } from "./job-held.ts";
import { levelsGained } from "./levels-gained.ts";
import type { Evidence, Outcome } from "./outcome-contract.ts";

/** That an outcome was reached in an episode; `piece` tells apart what shows the same on one day. */
export interface EvidenceRow {
  enrollment_key: string;
  achieved_on: string;
  evidenced_on: string;
  piece: string;
}

/** One row per episode, outcome and piece of evidence on record: the day the outcome was reached and the last day of what shows it. */
export function evidenceOf(db: Kysely<Warehouse>, outcomes: readonly Outcome[]) {
  const found = outcomes.map(({ code, evidence }) =>
    db
      .selectFrom(evidenceOfKind(db, evidence).as("f"))
      .select(sql<string>`cast(${sql.lit(code)} as varchar)`.as("outcome"))
      .select(["f.enrollment_key", "f.achieved_on", "f.evidenced_on", "f.piece"]),
  );
  return found.reduce((all, one) => all.unionAll(one));
}

/** The evidence of one kind, in all episodes. */
export function evidenceOfKind(
  db: Kysely<Warehouse>,
  evidence: Evidence,
  // biome-ignore lint/suspicious/noExplicitAny: any query that has these columns
): SelectQueryBuilder<any, any, EvidenceRow> {
  switch (evidence.kind) {
    case "hours_of_service":
      return hoursOfService(db, evidence);
    case "job_held":
      return jobHeld(db, evidence);
    case "certificate_earned":
      return certificateEarned(db, evidence);
    case "levels_gained":
      return levelsGained(db, evidence);
    case "component_begun":
      return componentBegun(db, evidence);
    case "component_completed":
      return componentCompleted(db, evidence);
  }
}

/** Days after the last of an episode by whose end its evidence can still come about. */
export function daysAfterExit(evidence: Evidence): number {
  if (evidence.kind === "job_held") return PLACEMENT_WINDOW_DAYS + evidence.days;
  return evidence.kind === "certificate_earned" ? CERTIFICATE_AFTER_EXIT_DAYS : 0;
}

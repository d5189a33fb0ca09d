import * as z from "zod";
import { credential } from "../contract/credential.ts";
import { service } from "../contract/service.ts";

const codes = <Code extends string>(of: Readonly<Record<Code, string>>) => z.enum(Object.keys(of) as [Code, ...Code[]]);

const serviceType = codes(service.fields.type.codes);
const credentialType = codes(credential.fields.type.codes);

/** What must be on record in an episode before an outcome can be paid. */
export const Evidence = z.discriminatedUnion(
  "kind",
  [
    /** Hours of service that come to enough, of one type where it is named. */
    z.strictObject({
      kind: z.literal("hours_of_service"),
      hours: z.number().positive(),
      service: serviceType.optional(),
    }),
    /** A job begun in the episode or at most 90 days after it, and held so many days. */
    z.strictObject({ kind: z.literal("job_held"), days: z.int().min(1).max(1000) }),
    /** A certificate or credential, of one of the types where they are named. */
    z.strictObject({ kind: z.literal("certificate_earned"), types: z.array(credentialType).min(1).optional() }),
    /** A post-test so many educational functioning levels above the first pre-test of its subject. */
    z.strictObject({ kind: z.literal("levels_gained"), levels: z.int().min(1).max(5) }),
    /** The first service of a type: a component has begun. */
    z.strictObject({ kind: z.literal("component_begun"), service: serviceType }),
    /** The episode ended as completed, with that service in it. */
    z.strictObject({ kind: z.literal("component_completed"), service: serviceType }),
  ],
  {
    error:
      "write one of hours_of_service, job_held, certificate_earned, levels_gained, component_begun, component_completed",
  },
);
export type Evidence = z.output<typeof Evidence>;

const day = z.iso.date("write the day as YYYY-MM-DD");
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "use lower-case letters, digits and hyphens");
const title = z.string().min(1).max(80);
const cents = z.int().min(1).max(100_000_000);

/** An amount with the days on which it holds, both included. */
const Rate = z.strictObject({ from: day, to: day.optional(), amount_cents: cents });

const Outcome = z.strictObject({
  code: id,
  title,
  evidence: Evidence,
  /** What is paid is this share of the amount: an initial payment, or the rest of one. */
  share_percent: z.int().min(1).max(100).default(100),
  /** Days from entry by whose end the outcome must be reached. */
  window_days: z.int().min(0).max(3650),
  /** Times it can be paid in one episode. */
  max_per_episode: z.int().min(1).max(20).default(1),
  /** Code of an outcome, listed before this one, that must be payable in the same episode on the same day or earlier. */
  prerequisite: id.optional(),
  /** Payments agreed on, by a day. */
  target: z.strictObject({ payments: z.int().positive(), by: day }).optional(),
  /** The rate card of the outcome; amounts are never in force together. */
  rates: z.array(Rate).min(1),
});

/** One file of `contracts/`: who pays whom for which outcomes, and how much. Its terms are published as they stand. */
export const OutcomeContract = z.strictObject({
  id,
  title,
  /** Partner whose episodes are paid for. */
  provider: id,
  payer: title,
  /** Programs of the provider. */
  programs: z.array(id).min(1),
  /** First and last day on which an outcome can be reached. */
  starts_on: day,
  ends_on: day,
  /** The most that is paid in all, in cents. */
  cap_cents: z.int().positive().max(1_000_000_000_000),
  /** Where the terms are from, in a sentence. */
  source: z.string().min(1).max(400),
  outcomes: z.array(Outcome).min(1),
});
export type OutcomeContract = z.output<typeof OutcomeContract>;
export type Outcome = z.output<typeof Outcome>;

/** Cents paid for an outcome at a rate: its share of the amount, whole because the terms were checked. */
export const paidCents = (
  { share_percent }: Pick<Outcome, "share_percent">,
  { amount_cents }: { amount_cents: number },
) => (amount_cents * share_percent) / 100;

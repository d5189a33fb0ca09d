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
    z.strictObject({
      kind: z.literal("hours_of_service").describe("Hours of service that come to enough."),
      hours: z.number().positive().describe("Hours in the episode."),
      service: serviceType.optional().describe("Type of service; any when left out."),
    }),
    z.strictObject({
      kind: z
        .literal("job_held")
        .describe("A job begun in the episode or at most 90 days after it, and held so many days."),
      days: z.int().min(1).max(1000).describe("Days for which the job is held."),
    }),
    z.strictObject({
      kind: z.literal("certificate_earned").describe("A certificate or credential."),
      types: z.array(credentialType).min(1).optional().describe("Types that count; any when left out."),
    }),
    z.strictObject({
      kind: z
        .literal("levels_gained")
        .describe("A post-test so many educational functioning levels above the first pre-test of its subject."),
      levels: z.int().min(1).max(5).describe("Levels above the pre-test."),
    }),
    z.strictObject({
      kind: z.literal("component_begun").describe("The first service of a type: a component has begun."),
      service: serviceType.describe("Type of service."),
    }),
    z.strictObject({
      kind: z.literal("component_completed").describe("The episode ended as completed, with that service in it."),
      service: serviceType.describe("Type of service."),
    }),
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
const Rate = z.strictObject({
  from: day.describe("First day on which the amount holds."),
  to: day.optional().describe("Last day on which it holds; none when left out."),
  amount_cents: cents.describe("The amount in whole cents."),
});

const Outcome = z.strictObject({
  code: id.describe("A short name of the outcome, of its own within the contract."),
  title: title.describe("What readers call the outcome."),
  evidence: Evidence.describe("What must be on record in an episode before it can be paid."),
  share_percent: z
    .int()
    .min(1)
    .max(100)
    .default(100)
    .describe("What is paid is this share of the amount: an initial payment, or the rest of one."),
  window_days: z.int().min(0).max(3650).describe("Days from entry by whose end the outcome must be reached."),
  max_per_episode: z.int().min(1).max(20).default(1).describe("Times it can be paid in one episode."),
  prerequisite: id
    .optional()
    .describe(
      "Code of an outcome, listed before this one, that must be payable in the same episode on the same day or earlier.",
    ),
  target: z
    .strictObject({
      payments: z.int().positive().describe("Payments agreed on."),
      by: day.describe("The day by which they are to be made."),
    })
    .optional()
    .describe("Payments agreed on, by a day."),
  rates: z.array(Rate).min(1).describe("The rate card of the outcome; amounts are never in force together."),
});

/** One file of `contracts/`: who pays whom for which outcomes, and how much. Its terms are published as they stand. */
export const OutcomeContract = z.strictObject({
  id: id.describe("A short name of the contract: the name of its file."),
  title: title.describe("What readers call the contract."),
  provider: id.describe("Partner whose episodes are paid for."),
  payer: title.describe("Who pays."),
  programs: z.array(id).min(1).describe("Programs of the provider."),
  starts_on: day.describe("First day on which an outcome can be reached."),
  ends_on: day.describe("Last day on which an outcome can be reached."),
  cap_cents: z.int().positive().max(1_000_000_000_000).describe("The most that is paid in all, in cents."),
  source: z.string().min(1).max(400).describe("Where the terms are from, in a sentence."),
  outcomes: z.array(Outcome).min(1).describe("What is paid for."),
});
export type OutcomeContract = z.output<typeof OutcomeContract>;
export type Outcome = z.output<typeof Outcome>;

/** Cents paid for an outcome at a rate: its share of the amount, whole because the terms were checked. */
export const paidCents = (
  { share_percent }: Pick<Outcome, "share_percent">,
  { amount_cents }: { amount_cents: number },
) => (amount_cents * share_percent) / 100;

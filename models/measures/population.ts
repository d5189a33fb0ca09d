import type { ReceiverGroup } from "./receiver-group.ts";

/** Whom some counts are about: the same ones wherever they are counted at the same partners, in every measure. */
export interface Population {
  id: string;
  /** A larger population that has all of them, by the same day. */
  within?: Population;
  /** A larger population that has all of them to date, though by another day. */
  toDateWithin?: Population;
}

/** Episodes of everybody, children among them, by the day they began. */
export const episodesByEntry: Population = { id: "episodes by entry" };

/** Of these the ones that have ended, by the day they did. */
export const episodesByExit: Population = { id: "episodes by exit", toDateWithin: episodesByEntry };

/** Episodes of adults and unaccompanied youth by the day they began. */
export const adultsByEntry: Population = { id: "adults by entry", within: episodesByEntry };

/** Of these the episodes that nobody assessed near entry. */
export const adultsWithoutBaseline: Population = { id: "adults by entry without a baseline" };

/** Of these the episodes in which a first goal was set within 90 days of entry. */
export const adultsPlanned: Population = { id: "adults by entry with a goal" };

/** Of these the episodes with a month of a benefit that begins within 90 days of entry. */
export const adultsBenefited: Population = { id: "adults by entry with a benefit", within: adultsByEntry };

/** Of these the episodes scored at baseline and at the latest assessment after it in one domain of the matrix or more. */
export const adultsScoredTwice: Population = { id: "adults by entry scored twice" };

/** Episodes of adults and unaccompanied youth that have ended, by the day they did, but for those who left for an institution or died. */
export const adultsByExit: Population = { id: "adults by exit", toDateWithin: adultsByEntry };

/** Of these the episodes after which the person lived in permanent housing. */
export const permanentByExit: Population = { id: "adults by exit to permanent housing", within: adultsByExit };

/** Of these the episodes in which a certificate was earned by a year after exit. */
export const certifiedByExit: Population = { id: "adults by exit with a certificate", within: adultsByExit };

/** Of these the ones in which it was of a type that WIOA recognizes. */
export const recognizedTypeByExit: Population = { id: "adults by exit with a certificate of a recognized type" };

/** Episodes in which a placement began, by its first day. */
export const adultsByPlacement: Population = { id: "adults by placement", toDateWithin: adultsByEntry };

/** Days after the first day of work at which a placement is looked at. */
export const RETENTION_DAYS = [30, 60, 90, 180, 365] as const;

export type RetentionDay = (typeof RETENTION_DAYS)[number];

const byRetentionDay = (what: string) =>
  Object.fromEntries(RETENTION_DAYS.map((days) => [days, { id: `placements ${what} day ${days}` }])) as Readonly<
    Record<RetentionDay, Population>
  >;

/** Of these the ones still employed on each day, and the ones known to have stopped before it. */
export const retainedAfter = byRetentionDay("kept to");
export const stoppedBefore = byRetentionDay("ended before");

/** Families of two members or more on the day of their first enrollment, by that day. */
export const allFamiliesByEntry: Population = { id: "families by entry" };

/** Families with an adult and a child on the day of their first enrollment, by that day. */
export const familiesByEntry: Population = { id: "families of two generations by entry" };

/** Days after a referral was sent by which it is counted what became of it. */
export const REFERRAL_DAYS = [7, 14, 30, 90] as const;
export type ReferralDay = (typeof REFERRAL_DAYS)[number];

const byReferralDay = (what: string) =>
  Object.fromEntries(REFERRAL_DAYS.map((days) => [days, { id: `referrals ${what} within ${days} days` }])) as Readonly<
    Record<ReferralDay, Population>
  >;

/** Referrals that their sender did not withdraw, by the day they were sent. */
export const referralsBySending: Population = { id: "referrals by sending" };

/** Of these the ones to each group of receivers. */
export const referralsTo: Readonly<Record<ReceiverGroup["id"], Population>> = {
  hub: { id: "referrals to hubs" },
  housing: { id: "referrals to housing agencies" },
  work: { id: "referrals to work and learning" },
  other: { id: "referrals to other partners" },
};

/** Of these the ones accepted, and the ones followed by the service, by each day. */
export const referralsAccepted = byReferralDay("accepted");
export const referralsConnected = byReferralDay("connected");

/** Of these the ones that ended without the service within 90 days. */
export const referralsUnserved: Population = { id: "referrals without a service within 90 days" };

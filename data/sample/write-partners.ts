import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { sendForms, sendServices } from "./care.ts";
import { sendClassDays } from "./class-days.ts";
import { FeedWriter, type Tally } from "./feed-writer.ts";
import { type Household, makeHousehold } from "./household.ts";
import { type Journey, makeJourney, type Stay } from "./journey.ts";
import { sendCredential, sendSkillGains, sendTests } from "./learning.ts";
import { makeForms } from "./matrix.ts";
import { sendBenefits, sendIncomes } from "./money.ts";
import { type SamplePartner, samplePartners } from "./partner.ts";
import { sendEnrollments, sendPeople } from "./people.ts";
import type { Random } from "./random.ts";
import { sendReferral } from "./referral.ts";
import type { Sink } from "./row.ts";
import { TokenKey } from "./token.ts";
import { sendJobs } from "./work.ts";
import type { WorkbookFile } from "./workbook-file.ts";

/** Some of the partners of a sample: the whole network is imagined, the files of these are written. */
export interface Share {
  out: string;
  people: number;
  seed: number;
  partners: readonly string[];
}

/** What was written of one feed of one partner. */
export interface FeedWritten {
  partner: string;
  feed: string;
  record: string;
  files: number;
  bytes: number;
  tally: Tally;
}

/** Households made before others get a turn of the event loop. */
const TURN = 500;

/** Writes the files of some partners, household by household, so that memory does not grow with the number of people. */
export async function writePartners(share: Share, onProgress?: (done: number) => void): Promise<FeedWritten[]> {
  const everyone = samplePartners(share.seed);
  const mine = new Set(everyone.filter((partner) => share.partners.includes(partner.id)));
  const feeds = [...mine].flatMap((partner) => openFeeds(partner, share));
  const sink = sinkInto(feeds);
  const linkage = new TokenKey(share.seed, "linkage-1");
  let done = 0;
  for (let number = 1; done < share.people; number++) {
    const { household, random } = householdWithin(share.people - done, share.seed, number);
    sendJourney(makeJourney(household, everyone, random), everyone, mine, linkage, sink);
    done += household.members.length;
    if (number % TURN === 0) {
      onProgress?.(done);
      await new Promise((resume) => setImmediate(resume));
    }
  }
  onProgress?.(done);
  const written: FeedWritten[] = [];
  for (const { partner, feed, record, writer } of feeds)
    written.push({ partner: partner.id, feed, record, ...(await writer.close()), tally: writer.tally });
  return written;
}

interface OpenFeed {
  partner: SamplePartner;
  feed: string;
  record: string;
  writer: FeedWriter;
}

function openFeeds(partner: SamplePartner, { out, seed }: Share): OpenFeed[] {
  const folder = path.join(out, partner.id);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const workbooks = new Map<string, WorkbookFile>();
  return partner.feeds.map(({ id, record }, at) => {
    return { partner, feed: id, record, writer: new FeedWriter(partner, at, folder, seed, workbooks) };
  });
}

function sinkInto(feeds: readonly OpenFeed[]): Sink {
  const writers: Map<string, FeedWriter>[] = [];
  for (const { partner, record, writer } of feeds) {
    writers[partner.number] ??= new Map();
    writers[partner.number]!.set(record, writer);
  }
  return (partner, record, row, marks) => writers[partner.number]!.get(record)?.write(row, marks);
}

function householdWithin(room: number, seed: number, number: number): { household: Household; random: Random } {
  const { household, random } = makeHousehold(seed, number);
  return { household: { ...household, members: household.members.slice(0, room) }, random };
}

function sendJourney(
  journey: Journey,
  everyone: readonly SamplePartner[],
  to: ReadonlySet<SamplePartner>,
  linkage: TokenKey,
  sink: Sink,
): void {
  const stays = journey.stays.filter((stay) => to.has(stay.partner));
  sendPeople(stays, linkage, sink);
  for (const stay of stays) sendStay(stay, sink);
  for (const [number, referral] of journey.referrals.entries()) {
    if (to.has(referral.from.partner)) sendReferral(referral, number, everyone, sink);
  }
}

function sendStay(stay: Stay, sink: Sink): void {
  sendEnrollments(stay, sink);
  sendServices(stay, sink);
  sendClassDays(stay, sink);
  sendBenefits(stay, sink);
  const answersForms = stay.partner.sends.has("assessment_score");
  for (const member of stay.members) {
    if (answersForms && (member.adult || stay.household.unaccompanied)) {
      sendForms(member, stay, makeForms(member, stay), sink);
    }
    sendJobs(member, stay, sink);
    sendTests(member, stay, sink);
    sendCredential(member, stay, sink);
    sendSkillGains(member, stay, sink);
    sendIncomes(member, stay, sink);
  }
}

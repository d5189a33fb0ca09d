import { sentence } from "../findings.ts";
import type { Network } from "../read-network.ts";
import { intakeDoor } from "../receive/intake-door.ts";
import { joinFeeds } from "./join-feeds.ts";
import { type PartnerProposal, partnerYaml } from "./partner-yaml.ts";
import { plainWords } from "./plain-words.ts";
import { type ProposedFeed, proposeFeed, type Sender } from "./propose-feed.ts";
import { readTable } from "./read-table.ts";

/** What a mapping is proposed from. */
export interface MapFiles {
  files: readonly string[];
  /** Id of the partner. */
  partner: string;
  /** Its network, where there is one: its programs, tiers and partners are used. */
  network?: Network | undefined;
  /** A folder that is there for nothing else. */
  scratch: string;
  /** The schema the YAML refers to, as seen from where it is written. */
  schema: string;
}

/** A proposed partner YAML, or the sentences for which a file cannot be used whatever its mapping. */
export type Mapped = { yaml: string; feeds: readonly ProposedFeed[]; undecided: number } | { held: readonly string[] };

/** Proposes a partner's YAML from files it sends. Nothing of a file the screen suspects is repeated. Throws UnreadableFile. */
export async function mapFiles({ files, partner, network, scratch, schema }: MapFiles): Promise<Mapped> {
  const sender = senderOf(partner, network);
  const intake = intakeDoor({ work: scratch }, "1GB");
  const feeds: ProposedFeed[] = [];
  const held: string[] = [];
  const unknown: string[] = [];
  try {
    for (const file of files) {
      const { tables, findings } = await intake.use((door, { work }) => readTable(door, file, work));
      if (tables.length === 0) held.push(...findings.map(sentence));
      for (const table of tables) {
        const feed = proposeFeed(table, sender);
        if (feed) addFeed(feeds, feed);
        else unknown.push(table.name);
      }
    }
  } finally {
    await intake.close();
  }
  if (held.length > 0) return { held };
  if (feeds.length === 0)
    return { held: unknown.map((name) => `${name}: no column of it looks like anything the contract asks for.`) };
  const proposal: PartnerProposal = {
    id: partner,
    feeds,
    unknown,
    schema,
    known: partnerOf(partner, network),
    tiers: network?.tiers.map(({ id }) => id) ?? [],
  };
  return { ...partnerYaml(proposal), feeds };
}

const partnerOf = (id: string, network?: Network) => network?.partners.find((each) => each.id === id);

function senderOf(id: string, network?: Network): Sender {
  const programs = partnerOf(id, network)?.programs ?? [];
  const called = (of: readonly { id: string; name: string }[]) =>
    Object.fromEntries(of.map((each) => [each.id, [each.id, each.name].map(plainWords)]));
  return { id, programs: called(programs), partners: called(network?.partners ?? []) };
}

/** Adds a feed; one of the same files and records, as of another year, adds its words to the feed that is there. */
function addFeed(feeds: ProposedFeed[], feed: ProposedFeed): void {
  const same = feeds.findIndex(({ files, record }) => files === feed.files && record === feed.record);
  if (same >= 0) feeds[same] = joinFeeds(feeds[same]!, feed);
  else feeds.push({ ...feed, id: ownId(feed.id, feeds) });
}

function ownId(id: string, others: readonly ProposedFeed[]): string {
  let own = id;
  for (let number = 2; others.some((other) => other.id === own); number++) own = `${id}-${number}`;
  return own;
}

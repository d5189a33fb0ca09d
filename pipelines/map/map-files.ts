import type { Network } from "../read-network.ts";
import { intakeDoor } from "../receive/intake-door.ts";
import { statesOf } from "../states.ts";
import { deliveriesToMap } from "./deliveries-to-map.ts";
import { type PartnerProposal, partnerYaml } from "./partner-yaml.ts";
import { plainWords } from "./plain-words.ts";
import { type ProposedFeed, proposeFeed, samePlace, withTable } from "./propose-feed.ts";
import type { ProposedTable, Sender } from "./propose-table.ts";
import { readDelivery } from "./read-delivery.ts";

/** What a mapping is proposed from. */
export interface MapFiles {
  /** Files of the partner, and folders of them. */
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
    for (const delivery of deliveriesToMap(files)) {
      const read = await readDelivery(intake, delivery, network ? statesOf(network) : []);
      if (read.held) {
        held.push(...read.held);
        continue;
      }
      const proposed = proposeFeed(read.file, sender);
      if (proposed.feed) addFeed(feeds, proposed.feed);
      unknown.push(...proposed.unknown);
    }
  } finally {
    await intake.close();
  }
  if (held.length > 0) return { held };
  if (feeds.length === 0 && unknown.length === 0) return { held: ["There is no file to map."] };
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

/** Adds a feed; one of the same files and records, as of another year, adds what it has to the feed that is there. */
function addFeed(feeds: ProposedFeed[], feed: ProposedFeed): void {
  const same = feeds.findIndex((other) => other.files === feed.files && joined(other, feed) !== null);
  if (same >= 0) feeds[same] = joined(feeds[same]!, feed)!;
  else feeds.push({ ...feed, id: ownId(feed.id, feeds) });
}

/** Two feeds of files of one pattern as one; null when they hold different things. */
function joined(first: ProposedFeed, second: ProposedFeed): ProposedFeed | null {
  if (first.projects && second.projects) {
    const ids = [...new Set([...first.projects.ids, ...second.projects.ids])];
    return { ...first, projects: { ids, more: Math.max(first.projects.more, second.projects.more) } };
  }
  if (first.participants && second.participants) {
    const both = <Of>(a: readonly Of[], b: readonly Of[]) => [...new Set([...a, ...b])];
    const [a, b] = [first.participants, second.participants];
    return { ...first, participants: { programs: both(a.programs, b.programs), left: both(a.left, b.left) } };
  }
  if (!first.tables || !second.tables) return null;
  const differ = second.tables.some((table) =>
    first.tables.some((other) => samePlace(other, table) && other.record !== table.record),
  );
  if (differ) return null;
  const [head, ...rest] = second.tables.reduce<ProposedTable[]>(withTable, [...first.tables]);
  return { ...first, tables: [head!, ...rest] };
}

function ownId(id: string, others: readonly ProposedFeed[]): string {
  let own = id;
  for (let number = 2; others.some((other) => other.id === own); number++) own = `${id}-${number}`;
  return own;
}

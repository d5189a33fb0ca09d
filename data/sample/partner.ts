import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { feedTables } from "../../pipelines/feed-tables.ts";
import { Partner, type TableFeed } from "../../pipelines/network.ts";
import { type Behaviour, roster } from "./roster.ts";
import { TokenKey } from "./token.ts";

const FOLDER = path.join(import.meta.dirname, "../partners");

/** A partner of the sample network: what its YAML promises, how it behaves, and its key. */
export interface SamplePartner extends Behaviour {
  id: string;
  number: number;
  links: boolean;
  programs: readonly string[];
  feeds: readonly TableFeed[];
  sends: ReadonlySet<string>;
  /** Fields of an enrollment that it has a column for. */
  records: ReadonlySet<string>;
  key: TokenKey;
}

/** The partners whose YAML is in data/partners: the generator reads it backwards, so each column is named in one place. */
export function samplePartners(seed: number): SamplePartner[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => parse(readFileSync(path.join(FOLDER, file), "utf8")))
    .filter(({ profile }) => profile !== "aggregate_only")
    .map((partner) => Partner.parse(partner))
    .map((partner, number) => samplePartner(partner, number, seed));
}

function samplePartner(partner: Partner, number: number, seed: number): SamplePartner {
  const behaviour = roster[partner.id];
  if (!behaviour) throw new Error(`no behaviour for sample partner: ${partner.id}`);
  const feeds = partner.feeds.flatMap(feedTables);
  return {
    ...behaviour,
    id: partner.id,
    number,
    links: partner.links_people,
    programs: partner.programs.map((program) => program.id),
    feeds,
    sends: new Set(feeds.map((feed) => feed.record)),
    records: new Set(feeds.flatMap((feed) => (feed.record === "enrollment" ? Object.keys(feed.columns) : []))),
    key: new TokenKey(seed, `${partner.id}-1`.slice(0, 24)),
  };
}

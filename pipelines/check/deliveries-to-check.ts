import { statSync } from "node:fs";
import path from "node:path";
import { isArchive } from "../intake/archive/member-names.ts";
import type { Partner } from "../network.ts";
import { type Delivery, findDeliveries } from "../pull/deliveries.ts";
import type { Network } from "../read-network.ts";

/** What to check cannot be found; the message says what to do. */
export class NothingToCheck extends Error {}

/** The deliveries of a file, or of everything in a folder, and the network as it would be with that folder as the partner's. */
export function deliveriesToCheck(
  file: string,
  partner: Partner,
  feed: string | undefined,
  network: Network,
): { deliveries: Delivery[]; network: Network } {
  const whole = statSync(file, { throwIfNoEntry: false });
  if (!whole) throw new NothingToCheck(`there is no file ${file}`);
  const folder = path.resolve(whole.isDirectory() ? file : path.dirname(file));
  const feeds =
    feed === undefined ? partner.feeds : [named(partner, feed, whole.isDirectory() ? null : path.basename(file))];
  const here = { ...partner, folder: ".", feeds };
  const others = network.partners.filter(({ id }) => id !== partner.id);
  const scene = { ...network, folder, partners: [...others, here] };
  const found = findDeliveries({ ...scene, partners: [here] });
  const deliveries = whole.isDirectory()
    ? found
    : found.filter(({ files }) => files.some((each) => path.resolve(each.path) === path.resolve(file)));
  if (deliveries.length === 0) throw new NothingToCheck(noneFits(file, partner, whole.isDirectory()));
  return { deliveries, network: scene };
}

/** A feed by its id, for a file whatever its name. */
function named(partner: Partner, id: string, name: string | null): Partner["feeds"][number] {
  const feed = partner.feeds.find((each) => each.id === id);
  if (!feed) throw new NothingToCheck(`${partner.id} has no feed ${id}; its feeds are ${feedIds(partner)}`);
  const alone = name !== null && (feed.format !== "hmis_csv" || isArchive(name));
  return alone ? { ...feed, files: name } : feed;
}

const feedIds = ({ feeds }: Partner) => feeds.map(({ id }) => id).join(", ");

const noneFits = (file: string, partner: Partner, folder: boolean) =>
  folder
    ? `nothing in ${file} fits the files of a feed of ${partner.id}: ${partner.feeds.map(({ files }) => files).join(", ")}`
    : `${path.basename(file)} fits the files of no feed of ${partner.id}; say which it is with --feed: ${feedIds(partner)}`;

import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { checks } from "../../models/checks/catalogue.ts";
import type { Check } from "../../models/checks/check.ts";
import { loadRecords } from "../build/load.ts";
import { loadStructure } from "../build/structure.ts";
import { type Finding, outcome, sentence } from "../findings.ts";
import type { Partner } from "../network.ts";
import { type Places, placesOf, preparePlaces } from "../places.ts";
import type { Delivery } from "../pull/deliveries.ts";
import { folderFindings } from "../pull/folder-findings.ts";
import { listFindings } from "../quality/list-findings.ts";
import { loadReceived } from "../quality/received.ts";
import type { Network } from "../read-network.ts";
import { convertDelivery, fingerprint } from "../receive/convert-delivery.ts";
import { intakeDoor } from "../receive/intake-door.ts";
import { contested, unreadable } from "../receive/not-read.ts";
import type { Receipt, Received } from "../receive/receipt.ts";
import { setAsideFiles } from "../receive/set-aside-files.ts";
import { shownName, underShownNames } from "../receive/shown-names.ts";
import { statesOf } from "../states.ts";
import { openWarehouse } from "../warehouse.ts";
import { deliveriesToCheck } from "./deliveries-to-check.ts";
import { type CheckReport, readReport } from "./report.ts";

/** What to check, and in whose name. */
export interface CheckExport {
  /** A file, or a folder with all that the partner sends. */
  file: string;
  partner: Partner;
  /** Id of the feed the file is of; by its name when left out. */
  feed?: string | undefined;
  network: Network;
  /** Whether the network is the partner's own, so that its other partners are known. */
  networkKnown: boolean;
  /** A folder that is there for nothing else; it is gone afterwards. */
  scratch: string;
  now: Date;
}

/**
 * Reads an export as the pipeline would and says what would come of it. It seals nothing, writes no receipt, makes no key and leaves
 * the warehouse alone. Throws NothingToCheck.
 */
export async function checkExport(asked: CheckExport): Promise<CheckReport> {
  const { scratch } = asked;
  const { deliveries, network } = deliveriesToCheck(asked.file, asked.partner, asked.feed, asked.network);
  const places = placesOf({ folder: scratch, site: "site" }, { COMMON_MEASURE_KEYS: scratch });
  try {
    preparePlaces(places);
    const received = await receive(await underShownNames(deliveries), places, network);
    const receipts = received.map(
      (each, at): Receipt => ({ ...each, order: at + 1, received_at: asked.now.toISOString() }),
    );
    const found = asked.feed === undefined && deliveries.length > 1 ? await beside(network, asked.partner) : [];
    return await look(receipts, found, network, places, asked);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Every delivery through the pipeline's own door, under a key that nobody keeps. */
async function receive(
  deliveries: readonly Delivery[],
  places: Places,
  network: Pick<Network, "memory" | "counties">,
): Promise<Received[]> {
  const { memory } = network;
  const key = { id: "check", key: randomBytes(32) };
  const reception = { places, key, memory, states: statesOf(network), unsealed: true as const };
  const intake = intakeDoor(places, memory);
  const received: Received[] = [];
  try {
    for (const delivery of deliveries) {
      const take = async () =>
        contested(delivery) ?? convertDelivery(intake, delivery, await fingerprint(delivery, reception), reception);
      received.push(await take().catch((error) => unreadable(delivery, error)));
    }
  } finally {
    await intake.close();
  }
  return received;
}

/** What lies in the partner's folder beside its deliveries. */
const beside = async (network: Network, { id }: Partner): Promise<Finding[]> =>
  folderFindings({ ...network, partners: network.partners.filter((partner) => partner.id === id) }, shownName);

/** Makes the checks and the warnings that need nothing but what was read, and reads what came of it all. */
async function look(
  receipts: readonly Receipt[],
  found: readonly Finding[],
  network: Network,
  { intake }: Places,
  { networkKnown, now }: CheckExport,
): Promise<CheckReport> {
  const door = await openWarehouse(":memory:", { memory: network.memory, folders: [intake] });
  try {
    const of = (came: Receipt["outcome"]) => receipts.filter((receipt) => receipt.outcome === came);
    const [inUse, stopped] = [of("accepted"), of("stopped")];
    const today = now.toISOString().slice(0, 10);
    await loadStructure(door, network, network.as_of ?? today);
    await loadRecords(door, { intake, inUse, stopped, checks: possible(inUse, networkKnown) });
    await loadReceived(door, { inUse, stopped, history: receipts, readOn: today });
    await setAsideFiles(
      door,
      receipts.filter((receipt) => receipt.outcome !== "accepted"),
    );
    await listFindings(door, found);
    return await readReport(door, receipts, found.filter((each) => outcome(each) === "noted").map(sentence));
  } finally {
    await door.close();
  }
}

/** The record kind that a check looks its records up in. */
const LOOKED_UP: Readonly<Record<string, string>> = {
  unknown_person: "person",
  unknown_enrollment: "enrollment",
  enrollment_of_another: "enrollment",
};

/** Checks that need only what was read: a person cannot be missed where no file of people came with it. */
function possible(inUse: readonly Receipt[], networkKnown: boolean): Check[] {
  const held = new Set(inUse.flatMap(({ converted }) => converted.map(({ record }) => record)));
  return checks.filter(({ id }) =>
    id === "unknown_partner" ? networkKnown : !(id in LOOKED_UP) || held.has(LOOKED_UP[id]!),
  );
}

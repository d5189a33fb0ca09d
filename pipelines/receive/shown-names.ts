import { lstatSync } from "node:fs";
import path from "node:path";
import { hashFile } from "../intake/read-text.ts";
import type { Delivery } from "../pull/deliveries.ts";
import { identifierInFileName } from "../screen/screen-file-name.ts";
import { visible } from "../visible.ts";
import type { Receipt } from "./receipt.ts";

/**
 * What a file is called in everything that is kept or said: its own name with whatever cannot be seen in it spelled out, unless it
 * identifies a person; then the beginning of its content's hash, or its place in a list when it cannot be read.
 */
export async function shownName(file: string, place: number): Promise<string> {
  const name = path.basename(file);
  if (identifierInFileName(name) === null) return visible(name);
  const byPlace = `file-${place}`;
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return byPlace;
  return hashFile(file).then(nameByHash, () => byPlace);
}

const nameByHash = (hash: string) => `sha256-${hash.slice(0, 8)}`;

/** The deliveries with every file by its shown name; a file that is to be refused for its own name is contested by no feeds. */
export async function underShownNames(deliveries: readonly Delivery[]): Promise<Delivery[]> {
  const shown: Delivery[] = [];
  for (const [index, delivery] of deliveries.entries())
    shown.push(delivery.files.some(givesAway) ? await renamed(delivery, index + 1) : spelledOut(delivery));
  return shown;
}

async function renamed({ contested: _, ...delivery }: Delivery, place: number): Promise<Delivery> {
  const files = [];
  for (const [index, file] of delivery.files.entries()) {
    const named_for = identifierInFileName(path.basename(file.path));
    const name = await shownName(file.path, place + index);
    files.push(named_for ? { ...file, name, named_for } : { ...file, name });
  }
  return { ...delivery, name: delivery.feed.format !== "hmis_csv" ? files[0]!.name : delivery.name, files };
}

function spelledOut(delivery: Delivery): Delivery {
  const { contested } = delivery;
  return {
    ...delivery,
    name: visible(delivery.name),
    files: delivery.files.map((file) => ({ ...file, name: visible(file.name) })),
    ...(contested ? { contested: contested.map((each) => ({ ...each, file: visible(each.file) })) } : {}),
  };
}

const givesAway = ({ path: file }: { path: string }) => identifierInFileName(path.basename(file)) !== null;

/** A receipt from before file names were screened and spelled out, under shown names and without the findings that repeat an identifying one. */
export function receiptUnderShownNames(receipt: Receipt): Receipt {
  const shown = new Map(
    receipt.files.flatMap(({ name, hash }) => (identifierInFileName(name) ? [[name, nameByHash(hash)] as const] : [])),
  );
  const show = (name: string) => shown.get(name) ?? visible(name);
  return {
    ...receipt,
    name: show(receipt.name),
    files: receipt.files.map((file) => {
      const named_for = identifierInFileName(file.name);
      return { ...file, name: show(file.name), ...(named_for ? { named_for } : {}) };
    }),
    findings: shown.size > 0 ? [] : receipt.findings,
    converted: receipt.converted.map((each) => ({ ...each, file: show(each.file) })),
  };
}

import path from "node:path";
import type { Partner } from "./network.ts";
import type { Checked, Mistake } from "./read-yaml.ts";

/** What a network keeps beside network.yaml: whoever could put files there would write its configuration, or what it takes for accepted. */
const OWN = ["partners", "cycles", "contracts", "inbox", "intake", "runs", "set-aside", "feedback", "claims"];

/** Partners whose folder is one of the network's own, holds one, or is another partner's too. */
export function folderMistakes(
  partners: readonly Pick<Checked<Pick<Partner, "id" | "folder">>, "part" | "at">[],
  network: string,
): Mistake[] {
  const own = OWN.map((name) => path.join(network, name));
  const taken = new Map<string, string>();
  return partners.flatMap(({ part, at }) => {
    if (!part?.folder) return [];
    const folder = path.resolve(network, part.folder);
    if (isWithin(network, folder) || own.some((each) => isWithin(folder, each)))
      return [
        at(["folder"], "this folder is the network's own: give the partner's files another, such as exports/name"),
      ];
    const other = taken.get(folder);
    taken.set(folder, part.id ?? "another partner");
    return other ? [at(["folder"], `this is the folder of ${other} too: give every partner its own`)] : [];
  });
}

/** Whether a place is a folder, or stands in it. */
const isWithin = (place: string, folder: string) =>
  `${place}${path.sep}`.startsWith(`${folder.replace(/\/$/, "")}${path.sep}`);

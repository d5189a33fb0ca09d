import path from "node:path";
import { type Kept, keptFolder, type Past, readKept } from "../kept.ts";
import type { Places } from "../places.ts";
import { readChain } from "./chain.ts";
import { LEDGER } from "./manifest.ts";

/**
 * What the releases so far bind a run to, null before the first. `restate` are quarters or program years that are opened again;
 * `key` is the one it runs under, or the folder of what is kept once that has the names it has under the next one. Throws when a release or what it kept is missing or was changed, when the run would count to an earlier day than the last release
 * did, and when what is to be opened again was not closed.
 */
export function pastOf(
  places: Pick<Places, "releases" | "kept">,
  asOf: string,
  restate: readonly string[],
  key: { id: string } | { renamed: string },
): Past | null {
  const chain = readChain(places.releases);
  const last = chain.at(-1);
  if (!last) {
    if (restate.length > 0) throw new Error(`there is no release yet, so ${restate.join(", ")} is not closed`);
    return null;
  }
  const { release } = last.manifest;
  const kept = readKept(places.kept, release);
  if (kept.manifest !== last.hash)
    throw new Error(
      `${keptFolder(places.kept, release)} was not kept with release ${release}; put back the copy you kept`,
    );
  if ("id" in key && kept.key_id !== key.id)
    throw new Error(
      `what release ${release} counted is under the key ${kept.key_id} and not ${key.id}: npm run rekey changes a key, or put back the one there was`,
    );
  if (asOf < kept.as_of)
    throw new Error(
      `release ${release} counted up to ${kept.as_of}, later than ${asOf}; count up to that day or a later one`,
    );
  const ledgers = chain.map(({ folder, manifest }) => ({ release: manifest.release, file: path.join(folder, LEDGER) }));
  return {
    kept,
    folder: keptFolder("renamed" in key ? key.renamed : places.kept, release),
    ledgers,
    restated: restate.flatMap((period) => quartersIn(kept, period)),
  };
}

/** The closed quarters of a quarter or program year. */
function quartersIn(kept: Kept, period: string): string[] {
  const quarters = kept.quarters.filter(({ quarter, year }) => quarter === period || year === period);
  if (quarters.length === 0) throw new Error(`no quarter or program year of release ${kept.release}: ${period}`);
  return quarters.map(({ quarter }) => quarter);
}

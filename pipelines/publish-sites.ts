import { rmSync } from "node:fs";
import path from "node:path";
import type { Publication } from "../models/published.ts";
import { offered } from "./check/by-row/offered.ts";
import { readPublication } from "./protect/store.ts";
import { publishedRows } from "./scan/published-rows.ts";
import { type ScanReport, type ScanTerms, scanSites } from "./scan/scan.ts";
import { type BuiltSites, buildSites } from "./site/build-sites.ts";
import { newSites } from "./site/switch-site.ts";
import type { Run } from "./stages.ts";
import { statesOf } from "./states.ts";
import { count } from "./summary.ts";

/** What a file can be checked against on each site: an agency's has its own feeds alone. */
function offeredTo({ network }: Run): (site: string) => object {
  const all = offered(network.partners, statesOf(network));
  return (site) => {
    const [, agency] = site.split("/");
    return agency === undefined ? all : { ...all, partners: all.partners.filter(({ id }) => id === agency) };
  };
}

/** What no site of a publication may say, and what each may. */
export function scanTerms(publication: Publication, places: readonly string[], canaries: readonly string[]): ScanTerms {
  const { release, partner, program, aggregate_partner } = publication;
  const { network_name, contact, threshold } = release[0]!;
  const own = (id: string) =>
    program.filter(({ partner_id }) => partner_id === id).map(({ program_id, name }) => ({ id: program_id, name }));
  return {
    ...{ threshold, places, canaries, words: [network_name, contact] },
    published: publishedRows(publication),
    partners: [...partner, ...aggregate_partner].map(({ partner_id: id, name }) => ({ id, name, programs: own(id) })),
  };
}

function build(run: Run, published: string, publication: Publication, out: string): Promise<BuiltSites> {
  const { effects, clock } = run;
  const work = () =>
    buildSites({ published, publication, out, projectRoot: effects.projectRoot, offered: offeredTo(run) });
  return clock.stage("site", "Building the sites", work, ({ sites, pages, figures }) => {
    const says = `Sites: ${count(sites)}, with ${count(pages)} pages and ${count(figures)} figures`;
    return { unit: "figures, pages", in: figures, out: pages, says };
  });
}

function scan({ places, effects, clock }: Run, publication: Publication, out: string): Promise<ScanReport> {
  const machine = [places.folder, places.keys, effects.projectRoot, effects.environment.HOME ?? ""].map((place) =>
    path.resolve(place),
  );
  const work = () => scanSites(out, scanTerms(publication, machine, []));
  return clock.stage("scan", "Scanning what is shipped", work, ({ files, failures }) => {
    const says = `Scan: ${count(files)} files, ${failures.length === 0 ? "nothing that must not be there" : "refused"}`;
    return { unit: "files, failures", in: files, out: failures.length, says };
  });
}

/** site, scan: static sites for every audience, made from the published store and nothing else, and gone through before anybody has them. */
export async function publishSites(run: Run, published: string): Promise<BuiltSites & Pick<ScanReport, "failures">> {
  const publication = await readPublication(published);
  const out = newSites(run.places.site, run.id);
  const built = await build(run, published, publication, out);
  const { failures } = await scan(run, publication, out);
  // What may not be shipped does not stay where somebody could ship it from.
  if (failures.length > 0) rmSync(out, { recursive: true });
  return { ...built, failures };
}

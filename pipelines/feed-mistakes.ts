import { allIds } from "./all-ids.ts";
import { matchesPattern } from "./file-pattern.ts";
import type { Part } from "./lenient.ts";
import type { Feed, HmisFeed, Partner, PirlFeed, TableFeed } from "./network.ts";
import { profileMistakes } from "./profile-mistakes.ts";
import type { Checked, Mistake } from "./read-yaml.ts";
import { type HttpsSource, nameOfAddress } from "./source.ts";
import { type Say, tableMistakes } from "./table-mistakes.ts";

/** What is wrong with the feeds of a partner that their form allows. */
export function feedMistakes({ part, at }: Checked<Partner>): Mistake[] {
  const programs = allIds(part?.programs);
  const feeds = part?.feeds ?? [];
  return feeds.flatMap((feed, index) => {
    if (!feed) return [];
    const say: Say = (steps, says) => at(["feeds", index, ...steps], says);
    const first = feed.id ? feeds.findIndex((other) => other?.id === feed.id) : index;
    const twice = [
      ...(first < index ? [say(["id"], `${feed.id} is named twice`)] : []),
      ...profileMistakes(part?.profile, feed, say),
      ...sourceMistakes(feed, say),
    ];
    const named = programsNamed(feed);
    if (named) {
      const strangers = Object.entries(named.ids).filter(([, id]) => id && programs && !programs.has(id));
      return [
        ...twice,
        ...strangers.map(([key, id]) =>
          say([named.setting, key], `${id} is not a program of ${part?.id ?? "the partner"}`),
        ),
      ];
    }
    if ("tables" in feed)
      return [
        ...twice,
        ...(feed.tables ?? []).flatMap((table, at) =>
          table
            ? tableMistakes({ ...table, format: feed.format }, part, (steps, says) =>
                say(["tables", at, ...steps], says),
              )
            : [],
        ),
      ];
    return [...twice, ...tableMistakes(feed as Part<TableFeed>, part, say)];
  });
}

/** Where a feed in a public format names programs, and which; null for a table of the partner's own. */
function programsNamed(feed: Part<Feed>): { setting: string; ids: Part<Record<string, string>> } | null {
  if (feed.format === "hmis_csv") return { setting: "projects", ids: (feed as Part<HmisFeed>).projects ?? {} };
  return feed.format === "wioa_pirl" ? { setting: "programs", ids: (feed as Part<PirlFeed>).programs ?? {} } : null;
}

/** Addresses whose files would be fetched and then fit no feed. */
function sourceMistakes({ files, source }: Part<Feed>, say: Say): Mistake[] {
  if (!files || source?.kind !== "https") return [];
  const { url, save_as } = source as Part<HttpsSource>;
  return (url ?? []).flatMap((address) => {
    const name = address && nameOfAddress(save_as ? { save_as } : {}, address);
    if (!name || matchesPattern(name, files)) return [];
    const says = `the file would be called ${name}, which does not fit ${files}: say in save_as what to call it`;
    return [say(["source", "url"], says)];
  });
}

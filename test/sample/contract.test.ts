import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { dateText, day } from "../../data/sample/calendar.ts";
import { makeSample } from "../../data/sample/make-sample.ts";
import { recordKind } from "../../models/contract/catalogue.ts";
import { checkRow } from "../../models/contract/check-row.ts";
import type { TableFeed } from "../../pipelines/network.ts";
import { openWorkbooks, readFeed, readPartners, tableFeeds } from "./read-sample.ts";

/** Mistakes that show only beside other rows, in the count of fields, or in a matrix cell. */
const SEEN_ELSEWHERE = [
  "duplicate_key",
  "no_such_episode",
  "too_few_fields",
  "too_many_fields",
  "score_7",
  "broken_file",
];

const isoDates = new Map<string, string>();
function isoDate(text: string, feed: TableFeed): string {
  if (isoDates.size === 0 || !isoDates.has(`${feed.dates} 2000-01-01`)) {
    isoDates.set(`${feed.dates} 2000-01-01`, "");
    for (let on = day("2018-01-01"); on < day("2029-01-01"); on++) {
      isoDates.set(`${feed.dates} ${dateText(on, feed.dates)}`, dateText(on, "YYYY-MM-DD"));
    }
  }
  return isoDates.get(`${feed.dates} ${text}`) ?? text;
}

function inTheContractsWords(row: Record<string, string>, feed: TableFeed): Record<string, string | null> {
  const { fields } = recordKind(feed.record);
  const cells = Object.entries(feed.columns).map(([name, { from, words, constant }]) => {
    const text = (constant ?? row[from!] ?? "").trim();
    const said = Object.entries(words ?? {}).find(([word]) => word.toLowerCase() === text.toLowerCase())?.[1] ?? text;
    return [name, said === "" ? null : fields[name]!.type === "date" ? isoDate(said, feed) : said];
  });
  const inForm = feed.wide ? { instrument: feed.wide.instrument, domain: "housing", answer: "not_rated" } : {};
  return { ...Object.fromEntries(cells), ...inForm };
}

test("rows that are not wrong on purpose keep the contract", { timeout: 60_000 }, async () => {
  const out = mkdtempSync(path.join(tmpdir(), "sample-"));
  const summary = await makeSample({ out, people: 1500, seed: 1 });
  await openWorkbooks(out);
  for (const partner of readPartners().filter(({ id }) => id !== "openroad-transit")) {
    for (const feed of tableFeeds(partner)) {
      const { wrong } = summary.feeds.find((made) => made.partner === partner.id && made.record === feed.record)!.tally;
      const all = Object.values(wrong).reduce((sum, count) => sum + count, 0);
      const elsewhere = SEEN_ELSEWHERE.reduce((sum, reason) => sum + (wrong[reason] ?? 0), 0);
      const rows = readFeed(feed, path.join(out, partner.id));
      const broken = rows.map((row) => checkRow(recordKind(feed.record), inTheContractsWords(row, feed)));
      const reasons = broken.filter((list) => list.length > 0);
      expect(reasons.length, `${partner.id} ${feed.id} ${JSON.stringify(reasons)}`).toBeGreaterThanOrEqual(
        all - elsewhere,
      );
      expect(reasons.length, `${partner.id} ${feed.id} ${JSON.stringify(reasons)}`).toBeLessThanOrEqual(all);
    }
  }
  rmSync(out, { recursive: true });
});

import { afterEach, beforeEach, expect, test } from "vitest";
import { sentence } from "../../../pipelines/findings.ts";
import { lateFeeds } from "../../../pipelines/pull/late-feeds.ts";
import { readReceipts } from "../../../pipelines/receive/receipt.ts";
import { peopleFile, SmallNetwork } from "../../support/small-network.ts";

let small: SmallNetwork;
beforeEach(() => {
  small = new SmallNetwork();
  small.partner("hub", [small.peopleFeed({ expected_every_days: 31 })]);
});
afterEach(() => small.remove());

const late = (today: string) => lateFeeds(small.network, readReceipts(small.places.receipts), today).map(sentence);

test("a feed is late on the day after the days agreed, counted from the last file that was accepted", async () => {
  small.send("hub/people.csv", peopleFile(1));
  await small.take();
  expect(late("2026-02-01")).toEqual([]);
  expect(late("2026-02-02")).toEqual([
    'The feed "people" is late: something new is expected every 31 days, and the last was accepted on 2026-01-01, 32 days ago. Ask the partner for the export, or change expected_every_days in the partner\'s YAML.',
  ]);
});

test("a file that is refused, or the same file again, is nothing new", async () => {
  small.send("hub/people.csv", peopleFile(1));
  await small.take();
  small.day = 20;
  small.send("hub/people.csv", "SSN\n219-09-9999\n");
  await small.take();
  small.send("hub/people.csv", peopleFile(1));
  await small.take();
  expect(late("2026-02-02")).toHaveLength(1);
  small.send("hub/people.csv", peopleFile(1, 2));
  await small.take();
  expect(late("2026-02-02")).toEqual([]);
});

test("a feed of which nothing ever came is late, and one without days agreed never is", () => {
  expect(late("2026-01-01")).toEqual([
    'The feed "people" is late: something new is expected every 31 days, and nothing has been accepted so far. Ask the partner for the export, or change expected_every_days in the partner\'s YAML.',
  ]);
  small.partner("hub", [small.peopleFeed()]);
  expect(late("2030-01-01")).toEqual([]);
});

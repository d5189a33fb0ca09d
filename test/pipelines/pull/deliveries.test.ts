import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findDeliveries } from "../../../pipelines/pull/deliveries.ts";
import { receiptsInUse } from "../../../pipelines/pull/in-use.ts";
import type { Receipt } from "../../../pipelines/receive/receipt.ts";
import { testNetwork } from "../../support/network.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-pull-"));
  mkdirSync(path.join(folder, "hub", "person.csv.d"), { recursive: true });
  for (const name of ["person.csv", "ENROLLMENT.csv", "other.txt"]) writeFileSync(path.join(folder, "hub", name), "");
  symlinkSync("/etc/hostname", path.join(folder, "hub", "assessment_score.csv"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("files are found by pattern, whatever their case; links, folders and other files are passed over", () => {
  const found = findDeliveries({ ...testNetwork, folder });
  expect(found.map(({ partner, feed, name }) => `${partner.id} ${feed.id} ${name}`)).toEqual([
    "hub person person.csv",
    "hub enrollment ENROLLMENT.csv",
  ]);
});

const receipt = (order: number, name: string, hash: string, outcome: Receipt["outcome"] = "accepted"): Receipt => ({
  order,
  partner: "hub",
  feed: "person",
  name,
  hash,
  files: [],
  received_at: "2026-01-01T00:00:00.000Z",
  outcome,
  intake: hash,
  findings: [],
  converted: [],
});

test("a partial feed is everything accepted, in the order received; the same content sent again counts as sent last", () => {
  const receipts = [receipt(1, "a", "x"), receipt(2, "a", "y"), receipt(3, "a", "z", "stopped"), receipt(4, "a", "x")];
  expect(receiptsInUse(testNetwork, receipts, []).map(({ order, hash }) => [order, hash])).toEqual([
    [2, "y"],
    [4, "x"],
  ]);
});

test("a full snapshot is the last good version of each file that is in the folder", () => {
  const [hub, ...others] = testNetwork.partners;
  const feed = { ...hub!.feeds[0]!, sends: "full_snapshot" as const };
  const partner = { ...hub!, feeds: [feed] };
  const network = { ...testNetwork, partners: [partner, ...others] };
  const receipts = [receipt(1, "a", "x"), receipt(2, "b", "y"), receipt(3, "a", "z"), receipt(4, "a", "w", "stopped")];
  const there = [{ partner, feed, name: "a", files: [] }];
  expect(receiptsInUse(network, receipts, there).map(({ hash }) => hash)).toEqual(["z"]);
  expect(receiptsInUse(network, receipts, []).map(({ hash }) => hash)).toEqual(["y", "z"]);
  const renamed = [{ partner, feed, name: "c", files: [] }];
  expect(receiptsInUse(network, receipts, renamed).map(({ hash }) => hash)).toEqual(["y", "z"]);
  const settled = receipts.map((each) => (each.hash === "y" ? { ...each, in_use: true as const } : each));
  for (const now of [there, renamed, []])
    expect(receiptsInUse(network, settled, now).map(({ hash }) => hash)).toEqual(["y"]);
});

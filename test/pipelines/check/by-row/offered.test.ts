import { expect, test } from "vitest";
import { offered } from "../../../../pipelines/check/by-row/offered.ts";
import { Feed } from "../../../../pipelines/network.ts";
import { partnerOf } from "../../../support/at-the-door.ts";

const columns = { person_token: "Person" };
const feed = (format: string) => Feed.parse({ id: format, record: "person", files: "*", format, columns });

test("feeds are offered with how their files are read and nothing else; those of formats that are not read here without", () => {
  const remote = {
    ...feed("csv"),
    inside: "people*.csv",
    source: { kind: "https", url: ["https://agency.example/people.csv"], token: { environment: "AGENCY_TOKEN" } },
  } as unknown as Feed;
  const tables = Feed.parse({
    id: "book",
    files: "*",
    format: "xlsx",
    tables: [{ sheet: "A", record: "person", columns }],
  });
  const hmis = Feed.parse({ id: "hmis", format: "hmis_csv", files: "*.csv", projects: { 1: "hub-core" } });
  const feeds = [remote, tables, feed("jsonl"), feed("arrow"), feed("parquet"), hmis];
  const [partner] = offered([{ ...partnerOf(remote), feeds }], []).partners;
  expect(JSON.stringify(partner)).not.toContain("AGENCY");
  expect(partner!.feeds.map(({ id, as }) => [id, as?.feed.format ?? null])).toEqual([
    ["csv", "csv"],
    ["book", "xlsx"],
    ["jsonl", "jsonl"],
    ["arrow", "arrow"],
    ["parquet", null],
    ["hmis", null],
  ]);
  expect(partner!.feeds[0]!.as!.feed.inside).toBe("people*.csv");
  expect(partner!.feeds[1]!.as!.feed).toHaveProperty("tables");
});

import { writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FetchingNetwork } from "../../../support/fetching.ts";
import { type S3Endpoint, s3Endpoint } from "../../../support/s3-endpoint.ts";
import { peopleFile } from "../../../support/small-network.ts";

let small: FetchingNetwork;
let storage: S3Endpoint;
beforeEach(async () => {
  small = new FetchingNetwork();
  storage = await s3Endpoint("AKIATEST", "canary/secret+key");
  small.environment = { ID: "AKIATEST", SECRET: "canary/secret+key" };
  writeFileSync(small.path("ca.pem"), storage.cert);
  small.source(source());
});
afterEach(async () => {
  await storage.close();
  small.remove();
});

const source = (settings: object = {}) => ({
  kind: "s3",
  bucket: "exports",
  prefix: "hub & co/",
  endpoint: storage.origin,
  access_key_id: { environment: "ID" },
  secret_access_key: { environment: "SECRET" },
  ca_file: "ca.pem",
  ...settings,
});

test("what stands directly under the prefix is listed page by page and fetched when new or changed", async () => {
  for (const number of [1, 2, 3, 4, 5]) storage.objects.set(`hub & co/people ${number}+.csv`, peopleFile(number));
  storage.objects.set("hub & co/below/people.csv", peopleFile(9));
  storage.objects.set("hub & co/", "");
  storage.objects.set("other/people.csv", peopleFile(9));
  expect(await small.fetch()).toEqual({ offered: 5, arrived: 5, found: [] });
  expect(small.folderNow["people 3+.csv"]).toBe(peopleFile(3));
  const before = storage.requests.length;
  storage.objects.set("hub & co/people 3+.csv", peopleFile(3, 4));
  storage.objects.delete("hub & co/people 5+.csv");
  expect((await small.fetch()).arrived).toBe(1);
  expect(storage.requests.slice(before).filter((asked) => !asked.includes("list-type"))).toEqual([
    "GET /exports/hub%20%26%20co/people%203%2B.csv",
  ]);
  expect(Object.keys(small.folderNow)).toEqual(["people 1+.csv", "people 2+.csv", "people 3+.csv", "people 4+.csv"]);
});

test("a download that is cut goes on where it ended", async () => {
  const text = peopleFile(...Array.from({ length: 5000 }, (_, index) => index));
  storage.objects.set("hub & co/people.csv", text);
  storage.cutAfter = 60_000;
  storage.hasArrived = (bytes) => small.hasArrived(bytes);
  expect((await small.fetch()).arrived).toBe(1);
  expect(small.folderNow["people.csv"] === text).toBe(true);
  expect(storage.requests.at(-1)).toBe("GET /exports/hub%20%26%20co/people.csv bytes=60000-");
});

test("a wrong secret is refused by the storage and said", async () => {
  storage.objects.set("hub & co/people.csv", peopleFile(1));
  small.environment.SECRET = "canary/secret+keY";
  expect((await small.found())[0]).toContain(
    "does not let the pipeline in, because it does not allow reading (HTTP 403)",
  );
  expect([small.folderNow, small.waited]).toEqual([{}, []]);
});

test("keys that lead elsewhere are not fetched", async () => {
  for (const key of ["..\\people.csv", "people\u0000.csv", ".hidden.csv", "%2e%2e%2fpeople.csv"])
    storage.objects.set(`hub & co/${key}`, "stray");
  small.partner("hub", [small.peopleFeed({ source: source(), files: "*.csv" } as object)]);
  expect((await small.found())[0]).toContain("offers 4 files whose names are no plain file name, or a path");
  expect(small.folderNow).toEqual({});
});

test("more objects than agreed are a limit", async () => {
  for (const number of [1, 2, 3]) storage.objects.set(`hub & co/people-${number}.csv`, peopleFile(number));
  small.source(source({ limits: { files: 2 } }));
  expect((await small.found())[0]).toContain("over the agreed limit of 2 files");
  expect(small.folderNow).toEqual({});
});

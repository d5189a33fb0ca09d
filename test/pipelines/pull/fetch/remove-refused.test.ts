import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { removeRefused } from "../../../../pipelines/pull/fetch/remove-refused.ts";
import { FetchingNetwork } from "../../../support/fetching.ts";
import { type SftpServer, sftpServer } from "../../../support/sftp-server.ts";
import { peopleFile, said } from "../../../support/small-network.ts";

const CANARY = "219-09-9991";
let small: FetchingNetwork;
let server: SftpServer;
const source = (settings: object = {}) => ({
  kind: "sftp",
  host: "sftp.agency.example",
  port: server.port,
  host_key: server.hostKey,
  username: "agency",
  password: { environment: "PASSWORD" },
  path: "outgoing",
  ...settings,
});
beforeEach(async () => {
  small = new FetchingNetwork();
  small.environment.PASSWORD = "secret";
  server = await sftpServer({ password: "secret" });
  small.source(source(), { sends: "full_snapshot" });
});
afterEach(async () => {
  await server.close();
  small.remove();
});

/** One run as far as the intake. */
async function run() {
  const { arrived } = await small.fetch();
  const taken = await small.take();
  removeRefused(small.network, small.places, taken.refused, "test");
  return {
    arrived,
    fresh: said(taken.fresh).flat(),
    refused: taken.refused.length,
    records: (await small.load(taken)).records,
  };
}

/** All files of the network whose name or content has a text. */
function holding(text: string): string[] {
  const files = readdirSync(small.folder, { recursive: true, encoding: "utf8" });
  return files.filter((file) => {
    const whole = path.join(small.folder, file);
    return file.includes(text) || (statSync(whole).isFile() && readFileSync(whole).includes(text));
  });
}

const refusedPeople = `Person,SSN\n${CANARY},${CANARY}\n`;

test("a fetched file that is refused leaves no copy anywhere, stays refused without being fetched again, and keeps its last good one", async () => {
  server.files.set("people.csv", { text: peopleFile(1, 2), mtime: 1000 });
  expect(await run()).toMatchObject({ arrived: 1, records: 2, refused: 0 });
  server.files.set("people.csv", { text: refusedPeople, mtime: 2000 });
  const refused = await run();
  expect(refused).toMatchObject({ arrived: 1, records: 2, refused: 1 });
  expect(refused.fresh[0]).toBe("hub/people.csv refused");
  expect([holding(CANARY), existsSync(small.path("exports/hub/people.csv"))]).toEqual([[], false]);
  expect(await run()).toEqual({ arrived: 0, fresh: [], refused: 1, records: 2 });
  server.files.set("people.csv", { text: peopleFile(1, 2, 3), mtime: 3000 });
  expect(await run()).toMatchObject({ arrived: 1, refused: 0, records: 3 });
});

test("nothing is kept of a name that gives a person away", async () => {
  server.files.set(`people ${CANARY}.csv`, { text: peopleFile(1), mtime: 1000 });
  expect(await run()).toMatchObject({ arrived: 1, refused: 1 });
  expect(holding(CANARY)).toEqual([]);
  expect(await run()).toMatchObject({ arrived: 0, fresh: [], refused: 1 });
});

test("what was refused for its mapping is fetched and read again once the mapping is another", async () => {
  server.files.set("people.csv", { text: peopleFile(1).replace("Person", "Client"), mtime: 1000 });
  expect((await run()).fresh[0]).toBe("hub/people.csv refused");
  small.source(source(), { sends: "full_snapshot", columns: { person_token: "Client" } });
  expect(await run()).toMatchObject({ arrived: 1, refused: 0, records: 1 });
});

test("a refused file that the source withdraws is refused no longer", async () => {
  server.files.set("people.csv", { text: refusedPeople, mtime: 1000 });
  expect((await run()).refused).toBe(1);
  server.files.clear();
  expect(await run()).toMatchObject({ refused: 0 });
});

test("one file of a refused export of several brings the others back, for they are read together", async () => {
  const feed = {
    id: "people",
    format: "hmis_csv",
    files: "*.csv",
    projects: { "1": "hub-core" },
    source: source(),
  };
  small.partner("hub", [feed]);
  for (const name of ["Client.csv", "Exit.csv"]) server.files.set(name, { text: `SSN\n${CANARY}\n`, mtime: 1000 });
  expect(await run()).toMatchObject({ arrived: 2, refused: 1 });
  expect([holding(CANARY), small.folderNow]).toEqual([[], {}]);
  expect(await run()).toMatchObject({ arrived: 0, refused: 1 });
  server.files.set("Exit.csv", { text: "ExitID\n1\n", mtime: 2000 });
  expect((await small.fetch()).arrived).toBe(2);
  expect(Object.keys(small.folderNow)).toEqual(["Client.csv", "Exit.csv"]);
});

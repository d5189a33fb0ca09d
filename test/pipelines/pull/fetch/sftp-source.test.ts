import { afterEach, beforeEach, expect, test } from "vitest";
import { FetchingNetwork } from "../../../support/fetching.ts";
import { keyPair, type SftpServer, sftpServer } from "../../../support/sftp-server.ts";
import { peopleFile } from "../../../support/small-network.ts";

const keys = keyPair();
let small: FetchingNetwork;
let server: SftpServer;
beforeEach(async () => {
  small = new FetchingNetwork();
  small.environment.PASSWORD = "canary-password";
  server = await sftpServer({ password: "canary-password", publicKey: keys.public });
  server.files.set("people.csv", { text: peopleFile(1), mtime: 1000 });
  small.source(source());
});
afterEach(async () => {
  await server.close();
  small.remove();
});

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

const byKey = (key: object) => source({ password: undefined, key });

test("the files that fit are fetched when they are new or changed; folders, links and others are not", async () => {
  server.files.set("people-2.csv", { text: peopleFile(2), mtime: 1000 });
  server.files.set("people-folder.csv", { text: "", mtime: 1000, kind: "folder" });
  server.files.set("people-link.csv", { text: "", mtime: 1000, kind: "link" });
  server.files.set("other.txt", { text: "", mtime: 1000 });
  expect(await small.fetch()).toEqual({ offered: 2, arrived: 2, found: [] });
  expect(small.folderNow).toEqual({ "people.csv": peopleFile(1), "people-2.csv": peopleFile(2) });
  expect((await small.fetch()).arrived).toBe(0);
  expect(server.firstReads).toHaveLength(2);
  server.files.set("people.csv", { text: peopleFile(3), mtime: 2000 });
  expect((await small.fetch()).arrived).toBe(1);
  expect(small.folderNow["people.csv"]).toBe(peopleFile(3));
  expect(server.firstReads).toHaveLength(3);
});

test("what the source no longer offers is taken out of the folder, unless somebody has put another in its place", async () => {
  server.files.set("people-2.csv", { text: peopleFile(2), mtime: 1000 });
  await small.fetch();
  small.send("hub/people-2.csv", "by hand");
  small.send("hub/people-3.csv", "by hand");
  server.files.clear();
  expect(await small.found()).toEqual([
    'The source of the feed "people" offers 0 files, and none of them fits the pattern under files. What was received before stays in use; correct the pattern, or the place of the source, in the partner\'s YAML.',
  ]);
  expect(small.folderNow).toEqual({ "people-2.csv": "by hand", "people-3.csv": "by hand" });
});

test("a connection that breaks is opened again, and the file goes on where it ended", async () => {
  const text = peopleFile(...Array.from({ length: 20_000 }, (_, index) => index));
  server.files.set("people.csv", { text, mtime: 1000 });
  server.cutAfter = 300_000;
  server.hasArrived = (bytes) => small.hasArrived(bytes);
  expect(await small.fetch()).toEqual({ offered: 1, arrived: 1, found: [] });
  expect(small.folderNow["people.csv"] === text).toBe(true);
  const [first, second] = server.firstReads;
  expect([first!.at, second!.at > 0]).toEqual([0, true]);
  expect([small.waited, small.arriving]).toEqual([[1], []]);
});

test("a private key lets in, from a file or with its passphrase; a stranger's does not", async () => {
  small.source(byKey({ file: small.secretFile("id", keys.private) }));
  expect((await small.fetch()).arrived).toBe(1);
  const locked = keyPair({
    passphrase: "canary-phrase",
    cipher: "aes256-cbc",
    rounds: 1,
  });
  const file = small.secretFile("locked", locked.private);
  small.environment.PHRASE = "canary-phrase";
  small.source({ ...byKey({ file }), passphrase: { environment: "PHRASE" } });
  expect(await small.found()).toEqual([
    'The source of the feed "people" does not let the pipeline in, because it does not accept the user name with this password or key. What was received before stays in use; ask the partner for access, and put the user name or the secret right.',
  ]);
  small.environment.PHRASE = "another";
  expect((await small.found())[0]).toContain(
    "needs its key, and cannot have it, because it is no private key, or its passphrase is another",
  );
  expect(small.waited).toEqual([]);
});

test("a wrong password is said at once and not tried again", async () => {
  small.environment.PASSWORD = "guess";
  expect((await small.found())[0]).toContain("it does not accept the user name with this password or key");
  expect([small.waited, small.folderNow]).toEqual([[], {}]);
});

test("a host with another key than agreed is not talked to; one of several agreed is enough", async () => {
  const other = `SHA256:${"A".repeat(43)}`;
  small.source(source({ host_key: other }));
  expect((await small.found())[0]).toContain(
    "is not trusted, because its host key is not the one in the partner's YAML, so nothing was fetched from it",
  );
  expect([small.waited, server.firstReads]).toEqual([[], []]);
  small.source(source({ host_key: [other, server.hostKey] }));
  expect((await small.fetch()).arrived).toBe(1);
});

test("names that lead elsewhere are not fetched, and are counted without being said", async () => {
  for (const name of [
    "../people.csv",
    "/etc/people.csv",
    "people\\..\\x.csv",
    "people\0.csv",
    ".people.csv",
    "peo\u202eple.csv",
  ])
    server.files.set(name, { text: "stray", mtime: 1000 });
  small.partner("hub", [small.peopleFeed({ source: source(), files: "*.csv" } as object)]);
  expect(await small.found()).toEqual([
    'The source of the feed "people" offers 6 files whose names are no plain file name, or a path, so they are not fetched. Ask the partner for names without slashes, backslashes, leading dots and what cannot be seen.',
  ]);
  expect(small.folderNow).toEqual({ "people.csv": peopleFile(1) });
});

test("a file larger than agreed is not read at all, and too many are a limit", async () => {
  server.files.set("people-large.csv", { text: "x".repeat(2000), mtime: 1000 });
  small.source(source({ limits: { bytes: 1000 } }));
  const { arrived, found } = await small.fetch();
  expect([arrived, found.map(({ facts }) => "file" in facts && facts.file)]).toEqual([1, ["people-large.csv"]]);
  expect(server.firstReads).toEqual([{ name: "people.csv", at: 0 }]);
  small.source(source({ limits: { files: 1 } }));
  expect((await small.found())[0]).toContain("over the agreed limit of 1 files");
});

test("a file that is written while it is read is read again, so that no half of it is taken for the whole", async () => {
  server.whileRead = () => {
    if (server.firstReads.length === 1) server.files.set("people.csv", { text: peopleFile(1, 2), mtime: 1001 });
  };
  expect(await small.fetch()).toEqual({ offered: 1, arrived: 1, found: [] });
  expect([small.folderNow["people.csv"], small.waited, server.firstReads.length]).toEqual([peopleFile(1, 2), [1], 2]);
});

test("a folder that is not there is said", async () => {
  small.source(source({ path: "elsewhere" }));
  expect((await small.found())[0]).toContain("could not be read, because it has no such file or folder");
});

import { chmodSync, rmSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FetchingNetwork } from "../../../support/fetching.ts";
import { serveText, type WebServer, webServer } from "../../../support/https-server.ts";
import { peopleFile } from "../../../support/small-network.ts";

const STAYS = "What was received before stays in use";
let small: FetchingNetwork;
let server: WebServer | undefined;
beforeEach(() => {
  small = new FetchingNetwork();
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  small.remove();
});

/** Starts the server and points the hub's feed at it. */
async function serving(answer: Parameters<typeof webServer>[0], settings: object = {}, path = "/people.csv") {
  server = await webServer(answer);
  writeFileSync(small.path("ca.pem"), server.cert);
  small.source({ kind: "https", url: `${server.origin}${path}`, ca_file: "ca.pem", ...settings });
  return server;
}

test("a file comes into the partner's folder, only when it is new or changed, and nothing else is left", async () => {
  let text = peopleFile(1);
  const { requests } = await serving((asked, reply) => serveText(asked, reply, text, `"${text.length}"`));
  expect(await small.fetch()).toEqual({ offered: 1, arrived: 1, found: [] });
  expect(small.folderNow).toEqual({ "people.csv": peopleFile(1) });
  expect((await small.fetch()).arrived).toBe(0);
  text = peopleFile(1, 2);
  expect((await small.fetch()).arrived).toBe(1);
  expect(small.folderNow).toEqual({ "people.csv": peopleFile(1, 2) });
  expect([requests.length, small.arriving]).toEqual([3, []]);
});

test("a file that is gone from the folder is fetched again, whatever the source remembers", async () => {
  await serving((asked, reply) => serveText(asked, reply, peopleFile(1), '"1"'));
  await small.fetch();
  small.send("hub/people.csv", "");
  expect((await small.fetch()).arrived).toBe(0);
  rmSync(small.path("exports/hub/people.csv"));
  expect((await small.fetch()).arrived).toBe(1);
});

test("a download that is cut goes on where it ended, and what is half never stands in the folder", async () => {
  const text = peopleFile(...Array.from({ length: 5000 }, (_, index) => index));
  let cuts = 2;
  const { requests } = await serving((asked, reply) => {
    if (cuts-- <= 0) return serveText(asked, reply, text, '"v1"');
    expect(small.folderNow).toEqual({});
    const from = Number(/=(\d+)-/.exec(asked.headers.range ?? "")?.[1] ?? 0);
    const range = { "content-range": `bytes ${from}-${text.length - 1}/${text.length}` };
    reply.writeHead(from ? 206 : 200, { etag: '"v1"', "content-length": text.length - from, ...(from ? range : {}) });
    reply.write(text.slice(from, from + 50_000), () => small.hasArrived(from + 50_000).then(() => reply.destroy()));
  });
  expect(await small.fetch()).toEqual({ offered: 1, arrived: 1, found: [] });
  expect(small.folderNow).toEqual({ "people.csv": text });
  expect(requests).toEqual(["GET /people.csv", "GET /people.csv bytes=50000-", "GET /people.csv bytes=100000-"]);
  expect(small.waited).toEqual([1, 2]);
});

test("a run goes on with what the run before had begun, but not when the file has changed since", async () => {
  const text = peopleFile(...Array.from({ length: 5000 }, (_, index) => index));
  let etag = '"v1"';
  let isCut = true;
  const { requests } = await serving((asked, reply) => {
    if (!isCut) return serveText(asked, reply, text, etag);
    if (asked.headers.range) return void reply.destroy();
    reply.writeHead(200, { etag, "content-length": text.length });
    reply.write(text.slice(0, 50_000), () => small.hasArrived(50_000).then(() => reply.destroy()));
  });
  expect(await small.found()).toEqual([
    `The source of the feed "people" (people.csv) could not be read, because it ended the connection. ${STAYS}; every run tries anew. Ask the partner when it lasts.`,
  ]);
  expect([small.folderNow, small.waited]).toEqual([{}, [1, 2, 4, 8]]);
  expect(small.arriving.map((name) => name.split(".")[1]).sort()).toEqual(["part", "version"]);
  etag = '"v2"';
  isCut = false;
  requests.length = 0;
  expect((await small.fetch()).arrived).toBe(1);
  expect(requests).toEqual(["GET /people.csv bytes=50000-"]);
  expect([small.folderNow, small.arriving]).toEqual([{ "people.csv": text }, []]);
});

test.each([
  ["another place", { "content-range": "bytes 0-9/10", etag: '"v1"' }],
  ["another version", { "content-range": "bytes 6-9/10", etag: '"v2"' }],
  ["a place it does not say", { etag: '"v1"' }],
])("a rest from %s is thrown away, and the file is fetched from its beginning", async (_, headers) => {
  const text = peopleFile(1);
  let cuts = 1;
  const { requests } = await serving((asked, reply) => {
    if (asked.headers.range) return void reply.writeHead(206, headers).end("0123456789");
    if (cuts-- <= 0) return serveText(asked, reply, text, '"v1"');
    reply.writeHead(200, { etag: '"v1"', "content-length": text.length });
    reply.write(text.slice(0, 6), () => small.hasArrived(6).then(() => reply.destroy()));
  });
  expect(await small.fetch()).toEqual({ offered: 1, arrived: 1, found: [] });
  expect(small.folderNow).toEqual({ "people.csv": text });
  expect(requests).toEqual(["GET /people.csv", "GET /people.csv bytes=6-", "GET /people.csv"]);
});

test("a redirect is followed on the same host alone, and never with the token elsewhere", async () => {
  const asked: (string | undefined)[] = [];
  const other = await webServer((request, reply) => {
    asked.push(request.headers.authorization);
    reply.end("stolen");
  });
  let target = "/new/people.csv";
  small.environment.TOKEN = "canary-token";
  await serving(
    (request, reply) => {
      if (request.url === "/people.csv") return void reply.writeHead(302, { location: target }).end();
      expect(request.headers.authorization).toBe("Bearer canary-token");
      serveText(request, reply, peopleFile(1), '"1"');
    },
    { token: { environment: "TOKEN" } },
  );
  expect((await small.fetch()).arrived).toBe(1);
  for (target of [
    `${other.origin}/people.csv`,
    server!.origin.replace("https", "http"),
    "https://169.254.169.254/latest",
  ])
    expect(await small.found()).toEqual([
      `The source of the feed "people" (people.csv) is not trusted, because it sends to another host, so nothing was fetched from it. ${STAYS}; find out with the partner what has changed before you change the partner's YAML.`,
    ]);
  target = "/people.csv";
  expect((await small.found())[0]).toContain("it sends from one address to the next without end");
  expect([asked, small.folderNow]).toEqual([[], { "people.csv": peopleFile(1) }]);
  await other.close();
});

test("a body without end is stopped at the limit, and nothing of it is kept", async () => {
  const limits = { bytes: 100_000 };
  await serving(
    (_, reply) => {
      reply.writeHead(200, { etag: '"1"' });
      const more = () => {
        while (!reply.destroyed && reply.write("x".repeat(10_000)));
        if (!reply.destroyed) reply.once("drain", more);
      };
      more();
    },
    { limits },
  );
  expect(await small.found()).toEqual([
    `The source of the feed "people" (people.csv) is over the agreed limit of 100,000 bytes for one file, so fetching was stopped. ${STAYS}; if so much is right, raise it under limits in the partner's YAML.`,
  ]);
  expect([small.folderNow, small.arriving]).toEqual([{}, []]);
});

test("a source that sends nothing, or so slowly that it never ends, is left", async () => {
  await serving(
    (_, reply) => {
      reply.writeHead(200, { etag: '"1"' });
      const drip = setInterval(() => reply.write("x"), 20);
      reply.on("close", () => clearInterval(drip));
    },
    { limits: { seconds: 0.3 } },
  );
  expect((await small.found())[0]).toContain("over the agreed limit of 0.3 seconds");
  await server!.close();
  await serving((_, reply) => void reply.writeHead(200, { etag: '"1"' }).write("x"), { limits: { idle_seconds: 0.1 } });
  expect((await small.found())[0]).toContain("it sends nothing for too long");
  await server!.close();
  await serving(() => undefined, { limits: { idle_seconds: 0.1 } });
  expect((await small.found())[0]).toContain("it sends nothing for too long");
  expect(small.folderNow).toEqual({});
});

test("what passes is tried again after a while, and what does not is said at once", async () => {
  const answers: [number, object?][] = [[503], [429, { "retry-after": "20" }], [500]];
  await serving((asked, reply) => {
    const next = answers.shift();
    if (next) reply.writeHead(next[0], next[1] as never).end();
    else serveText(asked, reply, peopleFile(1), '"1"');
  });
  expect(await small.fetch()).toEqual({ offered: 1, arrived: 1, found: [] });
  expect(small.waited).toEqual([1, 20, 4]);
  const said = async (...answer: [number, object?]) => {
    small.waited = [];
    answers.push(answer);
    const found = await small.found();
    expect(small.waited).toEqual([]);
    return found[0];
  };
  expect(await said(401)).toContain(
    "does not let the pipeline in, because it does not accept the credentials (HTTP 401)",
  );
  expect(await said(403)).toContain("because it does not allow reading (HTTP 403)");
  expect(await said(404)).toContain("because it has no such file (HTTP 404)");
  expect(await said(418)).toContain("because it answers with HTTP 418");
  expect(await said(200, { "content-type": "text/html" })).toContain("it answers with a web page where a file belongs");
  expect(await said(200, { "content-encoding": "gzip" })).toContain("it sends the file compressed");
  expect(await said(206, { "content-range": "bytes 7-9/10" })).toContain(
    "it sends another part of the file than asked for",
  );
});

test("token, header of its own, and password are read from the environment or from a file that others cannot read", async () => {
  const seen: (string | undefined)[] = [];
  const answer: Parameters<typeof webServer>[0] = (asked, reply) => {
    seen.push(asked.headers.authorization ?? (asked.headers["x-api-key"] as string));
    serveText(asked, reply, peopleFile(1), '"1"');
  };
  small.environment.TOKEN = "abc";
  await serving(answer, { token: { environment: "TOKEN" }, token_header: "X-Api-Key" });
  await small.fetch();
  const file = small.secretFile("agency.password", "pass: word\n");
  small.source({ ...sourceOf(), token: undefined, token_header: undefined, username: "agency", password: { file } });
  await small.fetch();
  expect(seen).toEqual(["abc", `Basic ${Buffer.from("agency:pass: word").toString("base64")}`]);
  chmodSync(file, 0o640);
  expect(await small.found()).toEqual([
    `The source of the feed "people" needs its password, and cannot have it, because others can read the file ${file} (chmod 600 it). ${STAYS}; put the secret where the partner's YAML says it is kept.`,
  ]);
  small.source({ ...sourceOf(), username: "agency", password: { environment: "NOT_SET" } });
  expect((await small.found())[0]).toContain("because the environment has no NOT_SET");
  expect(seen).toHaveLength(2);
});

const sourceOf = () => ({ kind: "https", url: `${server!.origin}/people.csv`, ca_file: "ca.pem" });

test("a certificate that nobody vouches for is not trusted", async () => {
  await serving((asked, reply) => serveText(asked, reply, peopleFile(1), '"1"'));
  small.source({ kind: "https", url: `${server!.origin}/people.csv` });
  expect((await small.found())[0]).toContain("is not trusted, because its certificate is not one to trust");
  expect(small.folderNow).toEqual({});
});

test("several addresses are several files, and one that fails leaves the others", async () => {
  const { origin } = await serving((asked, reply) =>
    asked.url!.includes("b")
      ? void reply.writeHead(404).end()
      : serveText(asked, reply, peopleFile(asked.url!.length), '"1"'),
  );
  const url = ["a", "b", "cc"].map((name) => `${origin}/people-${name}.csv`);
  small.source({ kind: "https", url, ca_file: "ca.pem" });
  const { offered, arrived, found } = await small.fetch();
  expect([offered, arrived, found.map(({ facts }) => "file" in facts && facts.file)]).toEqual([3, 2, ["people-b.csv"]]);
  expect(Object.keys(small.folderNow)).toEqual(["people-a.csv", "people-cc.csv"]);
  small.source({ kind: "https", url: url[0]!, ca_file: "ca.pem" });
  await small.fetch();
  expect(Object.keys(small.folderNow)).toEqual(["people-a.csv"]);
});

test("an address whose end is no name of a file is saved under the name that is given", async () => {
  await serving(
    (asked, reply) => serveText(asked, reply, peopleFile(1), '"1"'),
    { save_as: "people.csv" },
    "/api/export?form=csv",
  );
  await small.fetch();
  expect(small.folderNow).toEqual({ "people.csv": peopleFile(1) });
});

test("nobody who listens where nothing should is an answer: the source is tried, and said to refuse", async () => {
  await serving(() => undefined);
  await server!.close();
  const [says] = await small.found();
  expect(says).toContain("could not be read, because it refuses connections");
  server = undefined;
});

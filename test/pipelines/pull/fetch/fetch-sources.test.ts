import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ConfigurationError, readNetwork } from "../../../../pipelines/read-network.ts";
import { run } from "../../../../pipelines/run.ts";
import { readRunRecords } from "../../../../pipelines/run-record.ts";
import { FetchingNetwork } from "../../../support/fetching.ts";
import { serveText, type WebServer, webServer } from "../../../support/https-server.ts";
import { type S3Endpoint, s3Endpoint } from "../../../support/s3-endpoint.ts";
import { type SftpServer, sftpServer } from "../../../support/sftp-server.ts";
import { peopleFile } from "../../../support/small-network.ts";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../../..");
const SECRETS = ["canary-token", "canary-password", "canary/s3/secret", "canary-session"];
let small: FetchingNetwork;
let web: WebServer;
let sftp: SftpServer;
let s3: S3Endpoint;
let isWell = true;
beforeEach(async () => {
  isWell = true;
  small = new FetchingNetwork();
  web = await webServer((asked, reply) => {
    // A source that answers with what it was asked with, in every place where an answer has room for it.
    const secret = asked.headers.authorization ?? "";
    if (isWell) return serveText(asked, reply, peopleFile(1), '"1"');
    reply.writeHead(500, secret, { etag: `"${secret}"`, "retry-after": secret, "x-secret": secret }).end(secret);
  });
  sftp = await sftpServer({ password: "canary-password" });
  sftp.files.set("people.csv", { text: peopleFile(2), mtime: 1000 });
  s3 = await s3Endpoint("AKIATEST", "canary/s3/secret");
  s3.objects.set("people.csv", peopleFile(3));
  small.environment = { TOKEN: "canary-token", ID: "AKIATEST", SECRET: "canary/s3/secret", SESSION: "canary-session" };
  for (const [name, { cert }] of [
    ["web", web],
    ["s3", s3],
  ] as const)
    writeFileSync(small.path(`${name}.pem`), cert);
  for (const [id, source] of Object.entries(sources())) small.partner(id, [small.peopleFeed({ source } as object)]);
});
afterEach(async () => {
  for (const server of [web, sftp, s3]) await server.close();
  small.remove();
});

const sources = () => ({
  hub: { kind: "https", url: `${web.origin}/people.csv`, ca_file: "web.pem", token: { environment: "TOKEN" } },
  school: {
    kind: "sftp",
    host: "sftp.agency.example",
    port: sftp.port,
    host_key: sftp.hostKey,
    username: "agency",
    password: { file: small.secretFile("password", "canary-password\n") },
    path: "outgoing",
  },
  clinic: {
    kind: "s3",
    bucket: "exports",
    endpoint: s3.origin,
    access_key_id: { environment: "ID" },
    secret_access_key: { environment: "SECRET" },
    session_token: { environment: "SESSION" },
    ca_file: "s3.pem",
  },
});

const said: string[] = [];
const effects = () => ({
  now: () => new Date("2026-03-01T00:00:00Z"),
  environment: { ...small.environment, COMMON_MEASURE_KEYS: small.path("keys") },
  process: 1,
  progress: {
    start: (says: string) => said.push(says),
    update: (says: string) => said.push(says),
    finish: (says: string) => said.push(says),
  },
  projectRoot: root,
  fetching: { sleep: async () => undefined, random: () => 0, addressesOf: async () => ["127.0.0.1"], loopback: true },
});

/** A run as far as its audit; what it threw is part of what it says. */
async function runNow() {
  const record = await run(small.network, effects(), { withoutSite: true }).catch((error: Error) => {
    said.push(String(error.stack));
    return readRunRecords(small.places.runs)[0]!;
  });
  return { record, fetched: record.stages.find(({ stage }) => stage === "fetch") };
}

/** The files of the network, but for where the secrets are kept, in which a text stands. */
const filesWith = (text: string) =>
  readdirSync(small.folder, { recursive: true, encoding: "utf8" }).filter((name) => {
    const file = path.join(small.folder, name);
    return name !== "password" && statSync(file).isFile() && readFileSync(file).includes(text);
  });

test("a run fetches from every source before it reads, says so in its record, and tells no secret, whatever goes wrong", async () => {
  const first = await runNow();
  expect([
    first.fetched,
    first.record.found,
    first.record.files.map(({ partner, outcome }) => `${partner} ${outcome}`),
  ]).toEqual([
    { stage: "fetch", unit: "files offered, files fetched", in: 3, out: 3, seconds: expect.any(Number) },
    [],
    ["clinic accepted", "hub accepted", "school accepted"],
  ]);
  expect(first.record.stages[0]!.stage).toBe("fetch");
  isWell = false;
  small.environment.SECRET = "canary/s3/secret and more";
  small.secretFile("password", "canary-password and more");
  const second = await runNow();
  expect(second.fetched).toMatchObject({ in: 1, out: 0 });
  expect(second.record.found.map(({ partner, says }) => `${partner}: ${says.split(".")[0]}`)).toEqual([
    'clinic: The source of the feed "people" does not let the pipeline in, because it does not allow reading (HTTP 403)',
    'hub: The source of the feed "people" (people',
    'school: The source of the feed "people" does not let the pipeline in, because it does not accept the user name with this password or key',
  ]);
  expect(second.record.found[1]!.says).toContain("because it answers with HTTP 500");
  expect(second.record.outcome).toBe("unchanged");
  for (const secret of SECRETS) {
    expect(filesWith(secret)).toEqual([]);
    expect(said.filter((line) => line.includes(secret))).toEqual([]);
  }
  for (const file of readdirSync(small.folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /^(inbox|runs)\//.test(name),
  )) {
    const { mode } = statSync(small.path(file));
    expect([file, mode & 0o077]).toEqual([file, 0]);
  }
});

test("a secret in the YAML is a mistake with its place, and is not repeated", () => {
  small.source({ ...sources().hub, token: "canary-token" });
  small.partner("school", [small.peopleFeed({ source: { ...sources().school, password: undefined } } as object)]);
  small.partner("clinic", [
    small.peopleFeed({
      source: { kind: "https", url: "https://agency:canary-password@example.org/people.csv?token=canary-token" },
    } as object),
  ]);
  try {
    readNetwork(small.path("network.yaml"));
    expect.unreachable();
  } catch (error) {
    const { mistakes } = error as ConfigurationError;
    expect(mistakes.map(({ file, says }) => `${path.basename(file)} ${says}`)).toEqual([
      "clinic.yaml feeds.0.source.url: write the address without user name, password or token, and say where they are kept in token or password",
      "hub.yaml feeds.0.source.token: say where the secret is kept, as { environment: NAME } or { file: path }, and never write the secret itself here",
      "school.yaml feeds.0.source.key: give a key or a password, one of the two",
    ]);
    expect(mistakes.every(({ line, column }) => line >= 1 && column > 1)).toBe(true);
    for (const secret of SECRETS) expect((error as Error).message).not.toContain(secret);
  }
});

test("a process that is killed while a file arrives leaves nothing of it in the partner's folder, and the next one goes on", async () => {
  const text = peopleFile(...Array.from({ length: 5000 }, (_, index) => index));
  await web.close();
  let isSlow = true;
  let half: () => void = () => undefined;
  const isHalf = new Promise<void>((resolve) => {
    half = resolve;
  });
  web = await webServer((asked, reply) => {
    if (!isSlow) return serveText(asked, reply, text, '"v1"');
    reply.writeHead(200, { etag: '"v1"', "content-length": text.length });
    reply.write(text.slice(0, 60_000), () => small.hasArrived(60_000).then(half));
  });
  writeFileSync(small.path("web.pem"), web.cert);
  small.partner("hub", [small.peopleFeed({ source: sources().hub } as object)]);
  const child: ChildProcess = spawn(
    process.execPath,
    [path.join(root, "test/support/fetch-and-wait.ts"), small.folder],
    {
      env: { ...process.env, ...small.environment },
      stdio: "inherit",
    },
  );
  const isOver = new Promise((done) => child.once("exit", done));
  await isHalf;
  child.kill("SIGKILL");
  await isOver;
  expect(small.folderNow).toEqual({});
  expect(small.arriving.length).toBeGreaterThan(0);
  isSlow = false;
  web.requests.length = 0;
  await small.fetch();
  expect(small.folderNow["people.csv"] === text).toBe(true);
  expect(web.requests).toEqual(["GET /people.csv bytes=60000-"]);
});

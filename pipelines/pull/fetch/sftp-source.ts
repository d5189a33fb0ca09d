import { createHash } from "node:crypto";
import { posix } from "node:path";
import { Client, type ConnectConfig, type FileEntryWithStats, type SFTPWrapper, type Stats } from "ssh2";
import type { Limits, SftpSource } from "../../source.ts";
import { checkedAddresses, type Reach } from "./checked-address.ts";
import type { Begun, Connection, Offered, Opened } from "./connection.ts";
import { promptly } from "./promptly.ts";
import { readSecret, type SecretPlaces } from "./secret.ts";
import { readAhead } from "./sftp-read.ts";
import { denied, failureOf, overLimit, SourceFailure, unreachable, untrusted } from "./source-failure.ts";

/** How an SFTP source is reached. */
export interface SftpRoute extends Reach {
  limits: Limits;
  signal: AbortSignal;
}

/** The files of one folder of an SFTP host whose key is the one agreed. */
export async function sftpConnection(source: SftpSource, secrets: SecretPlaces, route: SftpRoute): Promise<Connection> {
  const client = new Client();
  const broken = brokenOff(client, route.signal);
  const ask: Ask = (question) => Promise.race([broken, answered(question)]);
  const askSoon: Ask = (question) => promptly(route.limits.idle_seconds, ask(question));
  try {
    const sftp = await logIn(client, source, secrets, route, broken, askSoon);
    return {
      list: () => list(sftp, source.path, route.limits.files, askSoon),
      open: (offered, begun) => open(sftp, offered, begun, { ask, askSoon }),
      close: () => client.destroy(),
    };
  } catch (error) {
    client.destroy();
    throw error;
  }
}

type Question<Result> = (done: (error: Error | undefined | null, result: Result) => void) => void;
type Ask = <Result>(question: Question<Result>) => Promise<Result>;

const answered = <Result>(question: Question<Result>) =>
  new Promise<Result>((resolve, reject) =>
    question((error, result) => (error ? reject(answerFailure(error)) : resolve(result))),
  );

/** Fails when the connection ends or the time of the feed is over, whatever is under way. */
function brokenOff(client: Client, signal: AbortSignal): Promise<never> {
  const broken = new Promise<never>((_, reject) => {
    client.on("error", (error) => reject(connectionFailure(error)));
    client.on("close", () => reject(unreachable("it ended the connection")));
    signal.addEventListener("abort", () => {
      reject(signal.reason);
      client.destroy();
    });
  });
  broken.catch(() => {});
  return broken;
}

async function logIn(
  client: Client,
  source: SftpSource,
  secrets: SecretPlaces,
  route: SftpRoute,
  broken: Promise<never>,
  ask: Ask,
): Promise<SFTPWrapper> {
  let isAgreed = true;
  const config: ConnectConfig = {
    ...credentialsOf(source, secrets),
    host: await addressOf(source.host, route),
    port: source.port,
    username: source.username,
    readyTimeout: 1000 * route.limits.idle_seconds,
    keepaliveInterval: 1000 * Math.max(1, route.limits.idle_seconds / 2),
    keepaliveCountMax: 2,
    hostVerifier: (key: Buffer) => {
      isAgreed = source.host_key.includes(fingerprintOf(key));
      return isAgreed;
    },
  };
  const ready = new Promise<void>((resolve) => client.on("ready", resolve));
  try {
    client.connect(config);
    // Questions are small, and each waits for the one before.
    client.setNoDelay(true);
  } catch {
    // The library quotes parts of the key in some of its errors.
    throw new SourceFailure({
      code: "secret-unavailable",
      facts: { setting: "key", because: "it is no private key, or its passphrase is another" },
    });
  }
  await Promise.race([ready, broken]).catch((error) => {
    throw isAgreed ? error : untrusted("its host key is not the one in the partner's YAML");
  });
  return ask<SFTPWrapper>((done) => client.sftp(done));
}

async function addressOf(host: string, route: SftpRoute): Promise<string> {
  const addresses = await checkedAddresses(host, route).catch((error) => {
    throw failureOf(error);
  });
  return addresses[0]!;
}

function credentialsOf({ password, key, passphrase }: SftpSource, secrets: SecretPlaces): ConnectConfig {
  if (password) return { password: readSecret(password, "password", secrets).reveal() };
  const privateKey = `${readSecret(key!, "key", secrets).reveal()}\n`;
  return passphrase
    ? { privateKey, passphrase: readSecret(passphrase, "passphrase", secrets).reveal() }
    : { privateKey };
}

/** A host key as `ssh-keygen -lf` prints it. */
export const fingerprintOf = (key: Buffer): string =>
  `SHA256:${createHash("sha256").update(key).digest("base64").replace(/=+$/, "")}`;

function connectionFailure(error: Error & { level?: string }): SourceFailure {
  if (error.level === "client-authentication")
    return denied("it does not accept the user name with this password or key");
  if (error.level === "client-timeout") return unreachable("it does not answer in time");
  return failureOf(error);
}

const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;

/** What the host answers to one question, in our own words. */
function answerFailure(error: Error & { code?: unknown }): SourceFailure {
  if (error.code === NO_SUCH_FILE) return unreachable("it has no such file or folder", { again: false, alone: true });
  if (error.code === PERMISSION_DENIED) return denied("it does not allow reading there");
  return failureOf(error);
}

const END_OF_FILE = 1;

async function list(sftp: SFTPWrapper, folder: string, most: number, ask: Ask): Promise<Offered[]> {
  const handle = await ask<Buffer>((done) => sftp.opendir(folder, done));
  const offered: Offered[] = [];
  for (;;) {
    const entries = await ask<FileEntryWithStats[] | null>((done) =>
      sftp.readdir(handle, (error, found) =>
        (error as { code?: unknown } | undefined)?.code === END_OF_FILE ? done(null, null) : done(error, found),
      ),
    );
    if (entries === null) break;
    for (const { filename, attrs } of entries)
      if (attrs.isFile())
        offered.push({
          key: posix.join(folder, filename),
          name: filename,
          version: versionOf(attrs),
          bytes: attrs.size,
        });
    if (offered.length > most) throw overLimit(`${most} files`);
  }
  await ask<void>((done) => sftp.close(handle, (error) => done(error, undefined)));
  return offered;
}

const versionOf = ({ size, mtime }: Pick<Stats, "size" | "mtime">) => `${size} bytes, ${mtime}`;

/** Opens a file; what is read ahead may wait longer than a single question, for it comes in pieces that are waited for in turn. */
async function open(
  sftp: SFTPWrapper,
  { key }: Offered,
  begun: Begun | null,
  { ask, askSoon }: { ask: Ask; askSoon: Ask },
): Promise<Opened> {
  const handle = await askSoon<Buffer>((done) => sftp.open(key, "r", done));
  const look = () => askSoon<Stats>((done) => sftp.fstat(handle, done));
  const stats = await look();
  const version = versionOf(stats);
  const from = begun?.version === version ? begun.bytes : 0;
  const read = (at: number, length: number) =>
    ask<Buffer>((done) =>
      sftp.read(handle, Buffer.allocUnsafe(length), 0, length, at, (error, count, buffer) =>
        done(error, buffer?.subarray(0, count)),
      ),
    );
  async function* bytes() {
    yield* readAhead(read, from, stats.size);
    if (versionOf(await look()) !== version) throw unreachable("it changed while it was fetched");
    await askSoon<void>((done) => sftp.close(handle, (error) => done(error, undefined)));
  }
  return { from, version, bytes: bytes() };
}

import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { Agent, request } from "node:https";
import { isIP } from "node:net";
import path from "node:path";
import type { Limits } from "../../source.ts";
import { unreadableBecause } from "../../unreadable-because.ts";
import { checkedAddresses, type Reach } from "./checked-address.ts";
import { denied, failureOf, type SourceFailure, unreachable, untrusted } from "./source-failure.ts";

const MOST_REDIRECTS = 3;

/** How a web source is reached. */
export interface WebRoute extends Reach {
  limits: Limits;
  /** Ends everything when the time of the feed is over. */
  signal: AbortSignal;
  agent: Agent;
}

/** A pool of connections to a web source; `ca` are the certificates to trust instead of the usual ones. */
export const webAgent = (ca: string | undefined): Agent =>
  new Agent({ keepAlive: true, maxSockets: 2, minVersion: "TLSv1.2", ...(ca ? { ca } : {}) });

/** The certificates of a `ca_file`. Throws SourceFailure. */
export function certificatesOf(file: string | undefined, folder: string): string | undefined {
  if (file === undefined) return undefined;
  try {
    return readFileSync(path.resolve(folder, file), "utf8");
  } catch (error) {
    throw unreachable(`its ca_file cannot be read: ${unreadableBecause(error as NodeJS.ErrnoException)}`, {
      again: false,
    });
  }
}

/**
 * Gets an address: the answer to it with its body unread, after redirects on the same host. `headersFor` makes the headers of each
 * request. Answers other than 200, 206, 304, 412 and 416 are thrown as SourceFailure.
 */
export async function httpGet(
  address: URL,
  headersFor: (url: URL) => Readonly<Record<string, string>>,
  route: WebRoute,
): Promise<IncomingMessage> {
  let url = address;
  for (let redirects = 0; ; redirects++) {
    const answer = await once(url, headersFor(url), route).catch((error) => {
      throw failureOf(error);
    });
    const next = redirectOf(answer, url);
    if (next === null) return accepted(answer);
    answer.destroy();
    if (redirects === MOST_REDIRECTS) throw untrusted("it sends from one address to the next without end");
    if (next.protocol !== "https:" || next.host !== address.host) throw untrusted("it sends to another host");
    url = next;
  }
}

async function once(url: URL, headers: Readonly<Record<string, string>>, route: WebRoute): Promise<IncomingMessage> {
  const addresses = await checkedAddresses(url.hostname, route);
  const family = (address: string) => isIP(address) as 4 | 6;
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      agent: route.agent,
      headers: { accept: "*/*", "accept-encoding": "identity", "user-agent": "common-measure", ...headers },
      signal: route.signal,
      timeout: 1000 * route.limits.idle_seconds,
      lookup: (_host, { all }, done) =>
        all
          ? done(
              null,
              addresses.map((address) => ({ address, family: family(address) })),
            )
          : done(null, addresses[0]!, family(addresses[0]!)),
    });
    asked.on("timeout", () => asked.destroy(unreachable("it sends nothing for too long")));
    asked.on("error", reject);
    asked.on("response", (answer) => {
      // From here on whoever reads the body waits for its pieces.
      asked.setTimeout(0);
      resolve(answer);
    });
    asked.end();
  });
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

function redirectOf({ statusCode, headers }: IncomingMessage, from: URL): URL | null {
  if (!REDIRECTS.has(statusCode!)) return null;
  const { location } = headers;
  if (!location || !URL.canParse(location, from.href)) throw untrusted("it sends to an address that is none");
  return new URL(location, from.href);
}

const GOOD = new Set([200, 206, 304, 412, 416]);
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

function accepted(answer: IncomingMessage): IncomingMessage {
  const { statusCode: status, headers } = answer;
  if (GOOD.has(status!)) {
    const coded = headers["content-encoding"];
    if (coded === undefined || coded === "identity") return answer;
    answer.destroy();
    throw unreachable("it sends the file compressed although it was asked not to", { again: false });
  }
  answer.destroy();
  throw statusFailure(status!, headers["retry-after"]);
}

function statusFailure(status: number, retryAfter: string | undefined): SourceFailure {
  if (status === 401 || status === 407) return denied(`it does not accept the credentials (HTTP ${status})`);
  if (status === 403) return denied(`it does not allow reading (HTTP ${status})`);
  if (status === 404 || status === 410)
    return unreachable(`it has no such file (HTTP ${status})`, { again: false, alone: true });
  const afterSeconds = /^\d{1,6}$/.test(retryAfter ?? "") ? Number(retryAfter) : 0;
  return unreachable(`it answers with HTTP ${status}`, { again: PASSING.has(status), afterSeconds });
}

import type { IncomingMessage } from "node:http";
import { type HttpsSource, nameOfAddress } from "../../source.ts";
import type { Begun, Connection, Offered, Opened } from "./connection.ts";
import { httpGet, type WebRoute } from "./http-get.ts";
import { readSecret, type SecretPlaces } from "./secret.ts";
import { unreachable } from "./source-failure.ts";

/** Files at addresses of the web, with the token or the password of the source. */
export function httpsConnection(source: HttpsSource, secrets: SecretPlaces, route: WebRoute): Connection {
  const access = accessHeaders(source, secrets);
  return {
    list: async () => source.url.map((key) => ({ key, name: nameOfAddress(source, key), version: null, bytes: null })),
    async open({ key }: Offered, begun: Begun | null, known: string | null) {
      const resumes = begun !== null && isStrong(begun.version);
      const asks: Record<string, string> = resumes
        ? { range: `bytes=${begun.bytes}-`, "if-range": begun.version }
        : known !== null
          ? unlessHeader(known)
          : {};
      const answer = await httpGet(new URL(key), () => ({ ...access, ...asks }), route);
      return openedOf(answer, resumes ? begun : null);
    },
    close: () => route.agent.destroy(),
  };
}

function accessHeaders(source: HttpsSource, secrets: SecretPlaces): Record<string, string> {
  if (source.token) {
    const token = readSecret(source.token, "token", secrets).reveal();
    return source.token_header ? { [source.token_header]: token } : { authorization: `Bearer ${token}` };
  }
  if (!source.password) return {};
  const password = readSecret(source.password, "password", secrets).reveal();
  return { authorization: `Basic ${Buffer.from(`${source.username}:${password}`).toString("base64")}` };
}

const isStrong = (version: string) => version.startsWith('"');

const unlessHeader = (version: string): Record<string, string> =>
  isStrong(version) || version.startsWith("W/") ? { "if-none-match": version } : { "if-modified-since": version };

/** What an answer holds of a file that is here up to `begun`; null when it has not changed. Throws SourceFailure. */
export function openedOf(answer: IncomingMessage, begun: Begun | null): Opened | null {
  const { statusCode: status, headers } = answer;
  const version = headers.etag ?? headers["last-modified"] ?? null;
  if (status === 304) {
    answer.destroy();
    return null;
  }
  if (status === 206 && begun) {
    const from = /^bytes (\d{1,15})-/.exec(headers["content-range"] ?? "")?.[1];
    if (Number(from) === begun.bytes && (version === null || version === begun.version))
      return { from: begun.bytes, version: begun.version, bytes: answer };
  }
  if (status !== 200) {
    answer.destroy();
    throw status === 412
      ? unreachable("it changed while it was fetched", { again: false, alone: true })
      : new StartAnew();
  }
  if (/^text\/html\b/i.test(headers["content-type"] ?? "")) {
    answer.destroy();
    throw unreachable("it answers with a web page where a file belongs", { again: false, alone: true });
  }
  return { from: 0, version, bytes: answer };
}

/** Thrown when what was begun cannot be gone on with. */
export class StartAnew extends Error {}

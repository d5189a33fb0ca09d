import type { IncomingMessage } from "node:http";
import type { S3Source } from "../../source.ts";
import type { Begun, Connection, Offered } from "./connection.ts";
import { httpGet, type WebRoute } from "./http-get.ts";
import { openedOf } from "./https-source.ts";
import { eachPromptly } from "./promptly.ts";
import { type S3Page, s3Page } from "./s3-listing.ts";
import { readSecret, type SecretPlaces } from "./secret.ts";
import { awsEncoded, type S3Credentials, signedHeaders } from "./sigv4.ts";
import { overLimit, unreachable } from "./source-failure.ts";

const LARGEST_PAGE = 8_000_000;

/** The objects of a bucket that stand directly under a prefix, in S3 or storage that speaks its language. */
export function s3Connection(source: S3Source, secrets: SecretPlaces, route: WebRoute, now: () => Date): Connection {
  const credentials = credentialsOf(source, secrets);
  const get = (url: URL, headers: Readonly<Record<string, string>>) =>
    httpGet(url, (asked) => signedHeaders(asked, headers, credentials, now()), route);
  const bucket = bucketAddress(source);
  return {
    async list() {
      const offered: Offered[] = [];
      for (let next: string | null = ""; next !== null; ) {
        const page: S3Page = await pageOf(await get(listAddress(bucket, source, next), {}), route.limits.idle_seconds);
        offered.push(...page.objects.flatMap((object) => offeredUnder(source.prefix, object)));
        if (offered.length > route.limits.files) throw overLimit(`${route.limits.files} files`);
        next = page.next;
      }
      return offered;
    },
    async open({ key, version }: Offered, begun: Begun | null) {
      const url = new URL(`${bucket.href}${key.split("/").map(awsEncoded).join("/")}`);
      const resumes = begun?.version === version ? begun : null;
      const range: Record<string, string> = resumes ? { range: `bytes=${resumes.bytes}-` } : {};
      return openedOf(await get(url, { "if-match": version!, ...range }), resumes);
    },
    close: () => route.agent.destroy(),
  };
}

function credentialsOf(source: S3Source, secrets: SecretPlaces): S3Credentials {
  const read = (setting: "access_key_id" | "secret_access_key" | "session_token") =>
    source[setting] && readSecret(source[setting], setting, secrets).reveal();
  return {
    accessKeyId: read("access_key_id")!,
    secretAccessKey: read("secret_access_key")!,
    sessionToken: read("session_token"),
    region: source.region,
  };
}

/** Where the objects of the bucket stand; ends with a slash. */
function bucketAddress({ bucket, region, endpoint, addressing }: S3Source): URL {
  const base = new URL(endpoint ?? `https://s3.${region}.amazonaws.com`);
  // The certificate of AWS is not for hosts whose bucket has a dot.
  const inPath = addressing ? addressing === "path" : endpoint !== undefined || bucket.includes(".");
  const path = base.pathname.replace(/\/*$/, "/");
  return inPath
    ? new URL(`${base.origin}${path}${bucket}/`)
    : new URL(`${base.protocol}//${bucket}.${base.host}${path}`);
}

function listAddress(bucket: URL, { prefix }: S3Source, next: string): URL {
  const asked = { "list-type": "2", "encoding-type": "url", delimiter: "/", prefix, "continuation-token": next };
  const query = Object.entries(asked).filter(([, value]) => value !== "");
  // S3 takes the bucket without a slash in path style, and signs it as it stands.
  const url = new URL(bucket.pathname === "/" ? bucket.href : bucket.href.replace(/\/$/, ""));
  url.search = query.map(([name, value]) => `${name}=${awsEncoded(value)}`).join("&");
  return url;
}

function offeredUnder(prefix: string, { key, version, bytes }: S3Page["objects"][number]): Offered[] {
  const name = key.slice(prefix.length);
  return key.startsWith(prefix) && name !== "" ? [{ key, name, version, bytes }] : [];
}

async function pageOf(answer: IncomingMessage, idleSeconds: number): Promise<S3Page> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of eachPromptly(idleSeconds, answer as AsyncIterable<Buffer>)) {
    bytes += chunk.length;
    if (bytes > LARGEST_PAGE) throw overLimit("8 MB for one page of a list");
    chunks.push(chunk);
  }
  const page = s3Page(Buffer.concat(chunks).toString("utf8"));
  if (!page) throw unreachable("it answers with something that is no list of a bucket", { again: false });
  return page;
}

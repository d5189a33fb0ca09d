import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type WebServer, webServer } from "./https-server.ts";
import { isSigned } from "./verify-signature.ts";

export interface S3Endpoint extends WebServer {
  /** Keys and what stands under them; may be changed while it runs. */
  objects: Map<string, string>;
  /** Ends the next answer with an object after this many bytes, once they have arrived. */
  cutAfter: number;
  hasArrived(bytes: number): Promise<void>;
}

const PAGE = 2;

/** Starts storage on loopback that speaks S3 for one bucket `exports`, in the path, and refuses what is not signed with its secret. */
export async function s3Endpoint(accessKey: string, secret: string): Promise<S3Endpoint> {
  const server: WebServer = await webServer((asked, reply) => {
    const headers = asked.headers as Record<string, string>;
    if (!isSigned({ method: asked.method!, target: asked.url!, headers }, accessKey, secret))
      return void reply
        .writeHead(403, { "content-type": "application/xml" })
        .end("<Error><Code>SignatureDoesNotMatch</Code></Error>");
    const url = new URL(asked.url!, "https://storage");
    if (url.pathname === "/exports") return listBucket(url.searchParams, reply, storage.objects);
    const key = decodeURIComponent(url.pathname.slice("/exports/".length));
    const text = storage.objects.get(key);
    if (!url.pathname.startsWith("/exports/") || text === undefined) return void reply.writeHead(404).end();
    sendObject(asked, reply, text, storage);
  });
  const storage: S3Endpoint = {
    ...server,
    objects: new Map(),
    cutAfter: Number.POSITIVE_INFINITY,
    hasArrived: async () => undefined,
  };
  return storage;
}

const etagOf = (text: string) => `"${createHash("md5").update(text).digest("hex")}"`;

function sendObject(
  asked: IncomingMessage,
  reply: ServerResponse,
  text: string,
  state: Pick<S3Endpoint, "cutAfter" | "hasArrived">,
) {
  const etag = etagOf(text);
  const expected = asked.headers["if-match"];
  if (expected && expected !== etag) return void reply.writeHead(412).end();
  const from = Number(/^bytes=(\d+)-$/.exec(asked.headers.range ?? "")?.[1] ?? 0);
  const rest = text.slice(from);
  const range = { "content-range": `bytes ${from}-${text.length - 1}/${text.length}` };
  reply.writeHead(from > 0 ? 206 : 200, { etag, "content-length": rest.length, ...(from > 0 ? range : {}) });
  if (rest.length <= state.cutAfter) return void reply.end(rest);
  const bytes = state.cutAfter;
  reply.write(rest.slice(0, bytes), () => state.hasArrived(bytes).then(() => reply.destroy()));
  state.cutAfter = Number.POSITIVE_INFINITY;
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const encoded = (key: string) => encodeURIComponent(key).replaceAll("%2F", "/").replaceAll("%20", "+");

/** A page of two keys, as AWS writes it. */
function listBucket(query: URLSearchParams, reply: ServerResponse, objects: ReadonlyMap<string, string>) {
  const prefix = query.get("prefix") ?? "";
  const keys = [...objects.keys()]
    .sort()
    .filter((key) => key.startsWith(prefix) && !key.slice(prefix.length).includes("/"));
  const begin = Number(query.get("continuation-token")?.slice("page/".length) ?? 0);
  const page = keys.slice(begin, begin + PAGE);
  const more = begin + PAGE < keys.length;
  const contents = page.map(
    (key) =>
      `<Contents><Key>${escaped(encoded(key))}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>${escaped(etagOf(objects.get(key)!))}</ETag><Size>${objects.get(key)!.length}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  );
  const next = more ? `<NextContinuationToken>page/${begin + PAGE}</NextContinuationToken>` : "";
  reply
    .writeHead(200, { "content-type": "application/xml" })
    .end(
      `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>exports</Name><EncodingType>url</EncodingType><IsTruncated>${more}</IsTruncated>${next}${contents.join("")}</ListBucketResult>`,
    );
}

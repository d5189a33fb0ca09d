import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { selfSigned } from "./self-signed.ts";

/** A web server on loopback with a certificate of its own. */
export interface WebServer {
  origin: string;
  cert: string;
  /** The requests so far, as `GET /people.csv range=bytes=3-`. */
  requests: string[];
  close(): Promise<void>;
}

/** Starts a web server; `answer` says what becomes of a request. */
export async function webServer(answer: (asked: IncomingMessage, reply: ServerResponse) => void): Promise<WebServer> {
  const { cert, key } = selfSigned();
  const requests: string[] = [];
  const server = createServer({ cert, key }, (asked, reply) => {
    const { range } = asked.headers;
    requests.push(`${asked.method} ${asked.url}${range ? ` ${range}` : ""}`);
    answer(asked, reply);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `https://127.0.0.1:${port}`,
    cert,
    requests,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Serves a text with an ETag, whole, in part or not at all, as it is asked. */
export function serveText(asked: IncomingMessage, reply: ServerResponse, text: string, etag: string): void {
  const { range } = asked.headers;
  if (asked.headers["if-none-match"] === etag) return void reply.writeHead(304, { etag }).end();
  if (range && asked.headers["if-range"] === etag) {
    const from = Number(/^bytes=(\d+)-$/.exec(range)![1]);
    const rest = text.slice(from);
    const headers = {
      etag,
      "content-range": `bytes ${from}-${text.length - 1}/${text.length}`,
      "content-length": rest.length,
    };
    return void reply.writeHead(206, headers).end(rest);
  }
  reply.writeHead(200, { etag, "content-type": "text/csv", "content-length": text.length }).end(text);
}

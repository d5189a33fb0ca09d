import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, extname, join, sep } from "node:path";
import { CHECK_PAGE } from "./check-page.ts";
import { everyHeader } from "./headers.ts";

/** A running preview: where it is and how to end it. */
export interface Preview {
  url: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".json": "application/json",
  ".pdf": "application/pdf",
  ".svg": "image/svg+xml",
};

const headers = { ...everyHeader, "cache-control": "no-store" };

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** The check page's own policy says which script; this one, that nothing leaves. */
const CHECK_POLICY = `${POLICY}; script-src 'unsafe-inline'; worker-src blob:; connect-src 'none'`;

const headersFor = (file: string | null) => ({
  ...headers,
  "content-security-policy": file !== null && basename(file) === CHECK_PAGE ? CHECK_POLICY : POLICY,
});

/** The file a request names inside the root, or null for anything else, links out of the root included. */
async function fileFor(root: string, url: string): Promise<string | null> {
  try {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    if (path.includes("\0")) return null;
    const found = await realpath(join(root, path.endsWith("/") ? `${path}index.html` : path));
    return found.startsWith(root + sep) && (await stat(found)).isFile() ? found : null;
  } catch {
    return null;
  }
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const readable = request.method === "GET" || request.method === "HEAD";
  const file = readable ? await fileFor(root, request.url ?? "/") : null;
  if (file === null) {
    response.writeHead(readable ? 404 : 405, { ...headersFor(file), "content-type": "text/plain" }).end("not here\n");
    return;
  }
  response.writeHead(200, { ...headersFor(file), "content-type": types[extname(file)] ?? "application/octet-stream" });
  if (request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
}

/** Serves a built site on this machine alone; port 0 takes a free one. */
export async function servePreview(root: string, port: number): Promise<Preview> {
  const real = await realpath(root);
  const server = createServer((request, response) => void answer(real, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

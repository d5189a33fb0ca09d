import { createHash, timingSafeEqual } from "node:crypto";
import type { AddressInfo } from "node:net";
import ssh2, { type Attributes, type Connection, type SFTPWrapper } from "ssh2";

const { Server, utils } = ssh2;
const { STATUS_CODE: STATUS, OPEN_MODE } = utils.sftp;

/** What the server has in its one folder. */
export interface RemoteFile {
  text: string;
  mtime: number;
  /** Something that is no file. */
  kind?: "folder" | "link";
}

export interface SftpServer {
  port: number;
  /** The fingerprint of its host key. */
  hostKey: string;
  /** May be changed while it runs. */
  files: Map<string, RemoteFile>;
  /** Ends the connection after this many bytes of files, once, when what was sent has arrived. */
  cutAfter: number;
  hasArrived(bytes: number): Promise<void>;
  /** Bytes of files that were sent. */
  sent: number;
  /** Where the reads began, by file. */
  firstReads: { name: string; at: number }[];
  /** Called when a file is read for the first time on a connection. */
  whileRead(name: string): void;
  close(): Promise<void>;
}

/** Starts an SFTP server on loopback that lets `agency` in with a password or a key, and serves `outgoing/`. */
export async function sftpServer({
  password,
  publicKey,
}: {
  password: string;
  publicKey?: string;
}): Promise<SftpServer> {
  const host = keyPair();
  const blob = (utils.parseKey(host.public) as unknown as { getPublicSSH(): Buffer }).getPublicSSH();
  const server: Omit<SftpServer, "port" | "close"> = {
    hostKey: `SHA256:${createHash("sha256").update(blob).digest("base64").replace("=", "")}`,
    files: new Map(),
    cutAfter: Number.POSITIVE_INFINITY,
    hasArrived: async () => undefined,
    sent: 0,
    firstReads: [],
    whileRead: () => undefined,
  };
  const open = new Set<Connection>();
  const listener = new Server({ hostKeys: [host.private] }, (client) => {
    open.add(client);
    (client as Connection & { setNoDelay(on: boolean): void }).setNoDelay(true);
    client.on("close", () => open.delete(client)).on("error", () => undefined);
    client.on("authentication", (context) => {
      if (context.username !== "agency") return context.reject();
      if (context.method === "password" && isSame(context.password, password)) return context.accept();
      if (context.method === "publickey" && publicKey) {
        const allowed = utils.parseKey(publicKey) as unknown as {
          type: string;
          getPublicSSH(): Buffer;
          verify(data: Buffer, signature: Buffer, hash?: string): boolean;
        };
        const isKey = context.key.algo === allowed.type && context.key.data.equals(allowed.getPublicSSH());
        const isSigned = !context.signature || allowed.verify(context.blob!, context.signature, context.hashAlgo);
        if (isKey && isSigned) return context.accept();
      }
      context.reject(["password", "publickey"]);
    });
    client.on("ready", () =>
      client.on("session", (accept) => accept().on("sftp", (start) => serve(start(), client, server as SftpServer))),
    );
  });
  await new Promise<void>((done) => listener.listen(0, "127.0.0.1", done));
  return Object.assign(server, {
    port: (listener.address() as AddressInfo).port,
    close: () =>
      new Promise<void>((done) => {
        for (const client of open) client.end();
        listener.close(() => done());
      }),
  });
}

/** A pair of ed25519 keys. The library now and then makes one that it cannot read itself. */
export function keyPair(options: object = {}): { private: string; public: string } {
  for (;;) {
    const pair = utils.generateKeyPairSync("ed25519", options as never);
    if (!(utils.parseKey(pair.public) instanceof Error)) return pair;
  }
}

const isSame = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

const MODES = { file: 0o100644, folder: 0o040755, link: 0o120777 };

function serve(sftp: SFTPWrapper, client: Connection, server: SftpServer) {
  const open = new Map<number, { name: string } | { entries: string[] }>();
  const handle = (value: { name: string } | { entries: string[] }) => {
    const number = open.size + 1;
    open.set(number, value);
    const buffer = Buffer.alloc(4);
    buffer.writeUInt32BE(number);
    return buffer;
  };
  const at = (buffer: Buffer) => open.get(buffer.readUInt32BE(0));
  const attrs = (name: string): Attributes => {
    const { text, mtime, kind } = server.files.get(name)!;
    return { mode: MODES[kind ?? "file"], uid: 0, gid: 0, size: Buffer.byteLength(text), atime: mtime, mtime };
  };
  const began = new Set<string>();
  sftp
    .on("OPENDIR", (id, folder) =>
      folder === "outgoing"
        ? sftp.handle(id, handle({ entries: [...server.files.keys()] }))
        : sftp.status(id, STATUS.NO_SUCH_FILE),
    )
    .on("READDIR", (id, buffer) => {
      const { entries } = at(buffer) as { entries: string[] };
      if (entries.length === 0) return sftp.status(id, STATUS.EOF);
      sftp.name(
        id,
        entries.splice(0, 2).map((filename) => ({ filename, longname: filename, attrs: attrs(filename) })),
      );
    })
    .on("OPEN", (id, file, flags) => {
      const name = file.slice("outgoing/".length);
      if (flags !== OPEN_MODE.READ) return sftp.status(id, STATUS.PERMISSION_DENIED);
      if (!server.files.has(name)) return sftp.status(id, STATUS.NO_SUCH_FILE);
      sftp.handle(id, handle({ name }));
    })
    .on("FSTAT", (id, buffer) => sftp.attrs(id, attrs((at(buffer) as { name: string }).name)))
    .on("READ", (id, buffer, offset, length) => {
      const { name } = at(buffer) as { name: string };
      if (!began.has(name)) {
        began.add(name);
        server.firstReads.push({ name, at: offset });
        server.whileRead(name);
      }
      const part = Buffer.from(server.files.get(name)!.text).subarray(offset, offset + length);
      if (server.sent + part.length > server.cutAfter) {
        server.cutAfter = Number.POSITIVE_INFINITY;
        server.hasArrived(server.sent).then(() => client.end());
        return;
      }
      server.sent += part.length;
      if (part.length === 0) sftp.status(id, STATUS.EOF);
      else sftp.data(id, part);
    })
    .on("CLOSE", (id) => sftp.status(id, STATUS.OK));
}

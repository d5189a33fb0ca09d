/** A file that a source offers. */
export interface Offered {
  /** What the source calls it: an address, a path, a key. */
  key: string;
  /** What it would be called here. */
  name: string;
  /** Changes when the file does; null where the source says it only when the file is read. */
  version: string | null;
  /** Null where the source does not say. */
  bytes: number | null;
}

/** How much of a file is here already, and of which version of it. */
export interface Begun {
  bytes: number;
  version: string;
}

/** A file being read. */
export interface Opened {
  /** Where in the file the bytes begin: what is here already goes on from there, or is thrown away when it is 0. */
  from: number;
  version: string | null;
  bytes: AsyncIterable<Uint8Array>;
}

/** One way to a source. Everything it throws is, or is made by `failureOf`, a SourceFailure. */
export interface Connection {
  /** What is there now. */
  list(): Promise<readonly Offered[]>;
  /** Reads a file from where it was left; null when it is still the version that is known. */
  open(offered: Offered, begun: Begun | null, known: string | null): Promise<Opened | null>;
  close(): void;
}

import type { Finding } from "../../findings.ts";

type Code = "source-unreachable" | "source-denied" | "source-untrusted" | "source-over-limit" | "secret-unavailable";

/** What is said of a source, without the feed it belongs to. */
export type SourceFault = {
  [Each in Code]: { code: Each; facts: Omit<Extract<Finding, { code: Each }>["facts"], "feed" | "file"> };
}[Code];

/** Why a source gave nothing. Its words are our own: nothing the other side said is in them, and no secret. */
export class SourceFailure extends Error {
  readonly fault: SourceFault;
  /** Whether trying again may help, and after how many seconds at the earliest when the source says so. */
  readonly again: boolean;
  readonly afterSeconds: number;
  /** Whether it concerns one file alone, so that the others can still be fetched. */
  readonly alone: boolean;
  constructor(fault: SourceFault, { again = false, afterSeconds = 0, alone = false } = {}) {
    super(fault.code);
    this.fault = fault;
    this.again = again;
    this.afterSeconds = afterSeconds;
    this.alone = alone;
  }
}

/** The source cannot be read, and may be later. */
export const unreachable = (
  because: string,
  options: { again?: boolean; afterSeconds?: number; alone?: boolean } = {},
) => new SourceFailure({ code: "source-unreachable", facts: { because } }, { again: true, ...options });

export const denied = (because: string) => new SourceFailure({ code: "source-denied", facts: { because } });

export const untrusted = (because: string) => new SourceFailure({ code: "source-untrusted", facts: { because } });

export const overLimit = (limit: string, { alone = false } = {}) =>
  new SourceFailure({ code: "source-over-limit", facts: { limit } }, { alone });

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: "nothing is known under its name",
  EAI_AGAIN: "its name could not be looked up",
  ECONNREFUSED: "it refuses connections",
  ECONNRESET: "it ended the connection",
  EPIPE: "it ended the connection",
  ETIMEDOUT: "it does not answer in time",
  EHOSTUNREACH: "there is no way to it",
  ENETUNREACH: "there is no way to it",
};
const CERTIFICATE = /CERT|ALTNAME|ISSUER|SELF_SIGNED|VERIFY/;

/** An error of the system or of a library as a failure of the source. */
export function failureOf(error: unknown): SourceFailure {
  if (error instanceof SourceFailure) return error;
  const code = String((error as { code?: unknown }).code ?? "");
  if (CERTIFICATE.test(code)) return untrusted("its certificate is not one to trust");
  if (code.startsWith("ERR_SSL") || code === "EPROTO") return untrusted("it does not speak a safe TLS");
  return unreachable(
    REASONS[code] ?? (/^[A-Z_0-9]{2,40}$/.test(code) ? `the connection fails (${code})` : "the connection fails"),
  );
}

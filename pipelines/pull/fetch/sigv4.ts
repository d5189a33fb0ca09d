import { createHash, createHmac } from "node:crypto";

/** What a request to S3 is signed with. */
export interface S3Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string | undefined;
  region: string;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const EMPTY = sha256("");

/** Text as AWS encodes it in addresses: everything but letters, digits and `-._~`. */
export const awsEncoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The headers of a GET request without a body, signed with AWS Signature Version 4; `headers` are signed with it, under lower-case names. */
export function signedHeaders(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { accessKeyId, secretAccessKey, sessionToken, region }: S3Credentials,
  now: Date,
): Record<string, string> {
  const moment = now.toISOString().replaceAll(/[-:]|\.\d{3}/g, "");
  const day = moment.slice(0, 8);
  const scope = `${day}/${region}/s3/aws4_request`;
  const sent: Record<string, string> = {
    ...headers,
    "x-amz-content-sha256": EMPTY,
    "x-amz-date": moment,
    ...(sessionToken ? { "x-amz-security-token": sessionToken } : {}),
  };
  const signed = Object.entries({ ...sent, host: url.host }).sort(byName);
  const names = signed.map(([name]) => name).join(";");
  const lines = signed.map(([name, value]) => `${name}:${value.trim()}\n`).join("");
  const canonical = ["GET", pathOf(url), queryOf(url), lines, names, EMPTY].join("\n");
  const toSign = ["AWS4-HMAC-SHA256", moment, scope, sha256(canonical)].join("\n");
  const key = hmac(hmac(hmac(hmac(`AWS4${secretAccessKey}`, day), region), "s3"), "aws4_request");
  const signature = hmac(key, toSign).toString("hex");
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  return { ...sent, authorization };
}

const byName = ([a]: readonly string[], [b]: readonly string[]) => (a! < b! ? -1 : a! > b! ? 1 : 0);

const pathOf = (url: URL) => url.pathname.split("/").map(decodeURIComponent).map(awsEncoded).join("/");

const queryOf = ({ searchParams }: URL) =>
  [...searchParams]
    .map(([name, value]) => [awsEncoded(name), awsEncoded(value)])
    .sort(byName)
    .map((pair) => pair.join("="))
    .join("&");

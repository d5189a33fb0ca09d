import { createHash, createHmac } from "node:crypto";

/** A request as it came over the wire: method, path with query, headers under lower-case names. */
export interface WireRequest {
  method: string;
  target: string;
  headers: Readonly<Record<string, string | undefined>>;
}

/**
 * Whether a request bears the AWS Signature Version 4 of a secret, worked out step by step from what came over the wire,
 * as https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html tells it.
 */
export function isSigned(request: WireRequest, accessKey: string, secret: string): boolean {
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
  const found = form.exec(request.headers.authorization ?? "");
  if (!found || found[1] !== accessKey) return false;
  const [, , date, region, names, signature] = found as unknown as string[];
  for (const must of ["host", "x-amz-content-sha256", "x-amz-date"])
    if (!names!.split(";").includes(must)) return false;
  const question = request.target.indexOf("?");
  const path = question < 0 ? request.target : request.target.slice(0, question);
  const query = question < 0 ? "" : request.target.slice(question + 1);
  const parameters = query === "" ? [] : query.split("&").map((pair) => (pair.includes("=") ? pair : `${pair}=`));
  let canonical = `${request.method}\n${path}\n${parameters.sort().join("&")}\n`;
  for (const name of names!.split(";")) canonical += `${name}:${request.headers[name]!.trim()}\n`;
  canonical += `\n${names}\n${request.headers["x-amz-content-sha256"]}`;
  const hashed = createHash("sha256").update(canonical).digest("hex");
  const stringToSign = `AWS4-HMAC-SHA256\n${request.headers["x-amz-date"]}\n${date}/${region}/s3/aws4_request\n${hashed}`;
  let key: Buffer = Buffer.from(`AWS4${secret}`);
  for (const part of [date!, region!, "s3", "aws4_request"]) key = createHmac("sha256", key).update(part).digest();
  return createHmac("sha256", key).update(stringToSign).digest("hex") === signature;
}

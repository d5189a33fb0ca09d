/** One page of a bucket's list. */
export interface S3Page {
  objects: readonly { key: string; version: string; bytes: number }[];
  /** What the next page is asked for with; null on the last. */
  next: string | null;
}

/** Reads an answer to ListObjectsV2 with `encoding-type=url`; null when it is none. */
export function s3Page(xml: string): S3Page | null {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml) || !/<ListBucketResult[\s>]/.test(xml)) return null;
  const objects = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, part]) => objectOf(part!));
  if (objects.some((object) => object === null)) return null;
  const truncated = text(xml, "IsTruncated") === "true";
  const next = truncated ? text(xml, "NextContinuationToken") : null;
  if (truncated && !next) return null;
  return { objects: objects as S3Page["objects"], next };
}

function objectOf(part: string): S3Page["objects"][number] | null {
  const [key, version, size] = [text(part, "Key"), text(part, "ETag"), text(part, "Size")];
  if (!key || !version || !/^\d{1,15}$/.test(size ?? "")) return null;
  const plain = decoded(key);
  return plain === null ? null : { key: plain, version, bytes: Number(size) };
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** The text of the first element of a name; null when there is none. */
function text(xml: string, name: string): string | null {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  if (found === undefined) return null;
  return found
    .replaceAll(/&#(\d{1,7});/g, (whole, code) =>
      Number(code) < 0x110000 ? String.fromCodePoint(Number(code)) : whole,
    )
    .replaceAll(/&(lt|gt|amp|quot|apos);/g, (_, entity) => ENTITIES[entity]!);
}

function decoded(key: string): string | null {
  try {
    return decodeURIComponent(key.replaceAll("+", " "));
  } catch {
    return null;
  }
}

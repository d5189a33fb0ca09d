import { createHmac, createSecretKey } from "node:crypto";

const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

/** Makes the keyed token of an id, `v1:<key id>:<26 characters>`: the first 130 bits of HMAC-SHA-256 of `<kind>:<id>`. */
export function tokenMaker(key: Buffer, keyId: string): (kind: string, id: string) => string {
  // Made anew for every token, the key's object would take most of the time.
  const secret = createSecretKey(key);
  return (kind, id) => {
    const digest = createHmac("sha256", secret).update(`${kind}:${id}`, "utf8").digest();
    return `v1:${keyId}:${base32(digest)}`;
  };
}

function base32(bytes: Buffer): string {
  let bits = 0n;
  for (const byte of bytes.subarray(0, 17)) bits = (bits << 8n) | BigInt(byte);
  bits >>= 6n;
  let text = "";
  for (let at = 0; at < 26; at++) {
    text = BASE32[Number(bits & 31n)]! + text;
    bits >>= 5n;
  }
  return text;
}

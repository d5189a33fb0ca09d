import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { quoteText } from "./warehouse.ts";

/** The key that turns partners' tokens into the warehouse's own; `id` names it without giving it away. */
export interface PseudonymKey {
  id: string;
  key: Buffer;
}

const fileOf = (folder: string, networkId: string) => path.join(folder, `${networkId}.key`);
const nextOf = (folder: string, networkId: string) => `${fileOf(folder, networkId)}.next`;

/**
 * Reads the key of a network, or makes it when there is none. Throws when others can read the file or look into its folder, and while a
 * change of key is under way.
 */
export function readOrMakeKey(folder: string, networkId: string): PseudonymKey {
  const next = nextOf(folder, networkId);
  if (existsSync(next))
    throw new Error(
      `a change of key was begun and has not ended: npm run rekey ends it (or delete ${next} to keep the key there is)`,
    );
  return readOrMake(folder, fileOf(folder, networkId));
}

/** Reads the key that is to follow the network's, or makes it. Throws when there is no key to follow. */
export function readOrMakeNextKey(folder: string, networkId: string): PseudonymKey {
  const file = fileOf(folder, networkId);
  if (!existsSync(file)) throw new Error(`there is no key to change: ${file}`);
  return readOrMake(folder, nextOf(folder, networkId));
}

/** Puts the key that is to follow in the place of the network's, in one step; the old one is gone then. */
export function followKey(folder: string, networkId: string): void {
  renameSync(nextOf(folder, networkId), fileOf(folder, networkId));
}

function readOrMake(folder: string, file: string): PseudonymKey {
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
    chmodSync(file, 0o600);
  }
  if ((statSync(folder).mode & 0o077) !== 0)
    throw new Error(`others can look into the folder of the keys: ${folder} (chmod 700 it)`);
  if ((statSync(file).mode & 0o077) !== 0) throw new Error(`others can read the key file: ${file} (chmod 600 it)`);
  const key = Buffer.from(readFileSync(file, "utf8").trim(), "hex");
  if (key.length !== 32) throw new Error(`not a key of 32 bytes in hex: ${file}`);
  return { id: createHash("sha256").update(key).digest("hex").slice(0, 8), key };
}

/** SQL for the first 32 hex digits of HMAC-SHA-256 of a text expression (RFC 2104), computed inside DuckDB; null stays null. */
export function hmacSql({ key }: PseudonymKey, text: string): string {
  const pad = (byte: number) => {
    const block = Buffer.alloc(64, byte);
    key.forEach((value, index) => {
      block[index] = value ^ byte;
    });
    return `unhex(${quoteText(block.toString("hex"))})`;
  };
  return `substr(sha256(${pad(0x5c)} || unhex(sha256(${pad(0x36)} || encode(${text})))), 1, 32)`;
}

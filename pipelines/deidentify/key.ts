import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";

/** The partner's own key: 32 bytes that never leave the partner, and the name that goes into its tokens. */
export interface PartnerKey {
  key: Buffer;
  /** First 8 hex digits of the key's SHA-256. */
  keyId: string;
  made: boolean;
}

/** Reads the key in a file of 64 hex digits, or makes one (mode 0600). Throws when others can read the file or it holds something else. */
export async function readOrMakeKey(file: string): Promise<PartnerKey> {
  const made = await makeKey(file);
  if (((await stat(path.dirname(file))).mode & 0o022) !== 0)
    throw new Error(`others can write to the folder of the key: ${path.dirname(file)} (chmod 700 it)`);
  if (((await stat(file)).mode & 0o077) !== 0) throw new Error(`others can read the key file: ${file} (chmod 600 it)`);
  const text = (await readFile(file, "utf8")).trim();
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new Error(`not a key of 32 bytes in hex: ${file}`);
  const key = Buffer.from(text, "hex");
  return { key, keyId: createHash("sha256").update(key).digest("hex").slice(0, 8), made };
}

async function makeKey(file: string): Promise<boolean> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

import { createHash } from "node:crypto";
import { compress, firstState, type HashState } from "./sha-256.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
const PAIRS = Array.from({ length: 1024 }, (_, bits) => LETTERS[bits >> 5]! + LETTERS[bits & 31]!);

/** A partner's key: turns its own record numbers into `v1:<key id>:<26 characters>`, as partners do with their real ones. */
export class TokenKey {
  readonly #prefix: string;
  readonly #inner: HashState;
  readonly #outer: HashState;

  constructor(seed: number, keyId: string) {
    const key = sampleKey(seed, keyId);
    this.#prefix = `v1:${keyId}:`;
    this.#inner = keyed(key, 0x36);
    this.#outer = keyed(key, 0x5c);
  }

  /** The token of one record; `text` has at most 48 plain characters. */
  token(text: string): string {
    layOut(text);
    compress(this.#inner, block, digest);
    block.fill(0);
    block.set(digest);
    block[8] = 0x80000000 | 0;
    block[15] = (64 + 32) * 8;
    compress(this.#outer, block, digest);
    return this.#prefix + letters(digest);
  }
}

/** The key with which a sample partner makes its tokens; only a synthetic network can have its keys follow from a seed. */
export function sampleKey(seed: number, keyId: string): Buffer {
  return createHash("sha256").update(`sample network ${seed} ${keyId}`).digest();
}

const block = new Int32Array(16);
const digest = new Int32Array(8);

function keyed(key: Buffer, pad: number): HashState {
  const bytes = Buffer.alloc(64, pad);
  for (const [at, byte] of key.entries()) bytes[at] = byte ^ pad;
  const state = new Int32Array(8);
  compress(
    firstState(),
    new Int32Array(16).map((_, at) => bytes.readInt32BE(at * 4)),
    state,
  );
  return state;
}

function layOut(text: string): void {
  block.fill(0);
  for (let at = 0; at < text.length; at++) block[at >> 2]! |= text.charCodeAt(at) << (24 - (at & 3) * 8);
  block[text.length >> 2]! |= 0x80 << (24 - (text.length & 3) * 8);
  block[15] = (64 + text.length) * 8;
}

function letters(hash: HashState): string {
  let text = "";
  for (let pair = 0; pair < 13; pair++) text += PAIRS[tenBits(hash, pair * 10)];
  return text;
}

function tenBits(hash: HashState, at: number): number {
  const word = at >> 5;
  const spare = 22 - (at & 31);
  if (spare >= 0) return (hash[word]! >>> spare) & 1023;
  return ((hash[word]! << -spare) | (hash[word + 1]! >>> (32 + spare))) & 1023;
}

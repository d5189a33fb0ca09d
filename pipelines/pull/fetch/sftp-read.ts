import { unreachable } from "./source-failure.ts";

/** Less than what every server gives at once, so that no answer waits for the rest of it behind all other questions. */
const CHUNK = 30_000;
const AT_ONCE = 64;

/**
 * The bytes of a remote file from one place to its end, in order, with many questions under way at once: one after the other
 * would wait for the network each time. `read` may give fewer bytes than it is asked for.
 */
export async function* readAhead(
  read: (at: number, length: number) => Promise<Buffer>,
  from: number,
  end: number,
): AsyncGenerator<Buffer> {
  const waiting: { at: number; answer: Promise<Buffer> }[] = [];
  let next = from;
  const ask = () => {
    while (waiting.length < AT_ONCE && next < end) {
      const answer = whole(read, next, Math.min(CHUNK, end - next));
      // One that fails while another is waited for is met when its turn comes.
      answer.catch(() => {});
      waiting.push({ at: next, answer });
      next += CHUNK;
    }
  };
  for (ask(); waiting.length > 0; ask()) yield await waiting.shift()!.answer;
}

async function whole(
  read: (at: number, length: number) => Promise<Buffer>,
  at: number,
  length: number,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let got = 0; got < length; ) {
    const part = await read(at + got, length - got);
    if (part.length === 0) throw unreachable("it changed while it was fetched");
    parts.push(part);
    got += part.length;
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

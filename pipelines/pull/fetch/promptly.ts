import { unreachable } from "./source-failure.ts";

/** What work comes to, when it does so within some seconds; otherwise a SourceFailure that may be tried again. */
export async function promptly<Result>(seconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unreachable("it sends nothing for too long")), 1000 * seconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The same of every piece of what comes in pieces; the rest is given up when one is late. */
export async function* eachPromptly<Piece>(seconds: number, pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  const iterator = pieces[Symbol.asyncIterator]();
  try {
    for (;;) {
      const step = await promptly(seconds, iterator.next());
      if (step.done) return;
      yield step.value;
    }
  } finally {
    // Not waited for: it may be what is late.
    iterator.return?.().catch(() => {});
  }
}

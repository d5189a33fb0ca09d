import type { FetchEffects } from "./effects.ts";
import { failureOf } from "./source-failure.ts";

const ATTEMPTS = 5;
const FIRST_SECONDS = 1;
const LONGEST_SECONDS = 30;

/**
 * Does work, and again when it fails in a way that may pass: after about 1, 2, 4 and 8 seconds, each from half to all of it by chance,
 * and not before the source says. Throws the last SourceFailure.
 */
export async function retrying<Result>(
  { sleep, random }: Pick<FetchEffects, "sleep" | "random">,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const failure = failureOf(error);
      if (!failure.again || attempt === ATTEMPTS) throw failure;
      const backoff = FIRST_SECONDS * 2 ** (attempt - 1) * (0.5 + random() / 2);
      await sleep(1000 * Math.min(LONGEST_SECONDS, Math.max(backoff, failure.afterSeconds)));
    }
  }
}

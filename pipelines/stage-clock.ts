import type { Progress } from "./progress.ts";
import type { StageRecord } from "./run-record.ts";

/** Runs stages one after the other, tells their progress and keeps what each took in, gave out and how long it took. */
export interface StageClock {
  readonly stages: readonly StageRecord[];
  /** Runs one stage; `sizes` says what went in and came out, `says` the result in words. */
  stage<Result>(
    name: StageRecord["stage"],
    begins: string,
    work: () => Promise<Result>,
    sizes: (result: Result) => { unit: string; in: number; out: number; says: string },
  ): Promise<Result>;
}

export function stageClock(progress: Progress): StageClock {
  const stages: StageRecord[] = [];
  return {
    stages,
    async stage(name, begins, work, sizes) {
      const from = performance.now();
      progress.start(begins);
      const result = await work();
      const { says, ...size } = sizes(result);
      const seconds = Math.round(performance.now() - from) / 1000;
      stages.push({ stage: name, ...size, seconds });
      progress.finish(`${says} (${seconds.toFixed(1)} s)`);
      return result;
    },
  };
}

import spinner from "yocto-spinner";

/** How long work tells what it is doing. */
export interface Progress {
  /** Begins a stage. */
  start(says: string): void;
  /** Says how far the stage is. */
  update(says: string): void;
  /** Ends the stage with its result. */
  finish(says: string): void;
}

/** Progress for a terminal (one line that moves) or for a log (a plain line per stage). */
export function createProgress(terminal: boolean, write: (line: string) => void): Progress {
  if (!terminal) return { start() {}, update() {}, finish: (says) => write(says) };
  const line = spinner();
  return {
    start: (says) => line.start(says),
    update: (says) => {
      line.text = says;
    },
    finish: (says) => line.success(says),
  };
}

/** Progress that says nothing, for tests and for stages nobody watches. */
export const silent: Progress = { start() {}, update() {}, finish() {} };

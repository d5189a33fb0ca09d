import { existsSync, readFileSync } from "node:fs";
import process from "node:process";

/** What both sides are compared by: reading the feeds the measures need, reading all others, and what follows. */
export const stages = ["read", "read others", "load", "facts", "measures"] as const;
export type Stage = (typeof stages)[number];

/** How long one stage took, and the most memory its process had held by its end. */
export interface StageTime {
  seconds: number;
  /** Resident set, high-water mark since the process began, in bytes. */
  peak: number;
}

/** What one side of the comparison came to. */
export interface Side {
  stages: Record<Stage, StageTime>;
}

let highest = 0;

/** The most memory this process has held so far, in bytes; never falls, although Linux's own mark can, by a little. */
export function peakMemory(): number {
  const status = "/proc/self/status";
  const mark = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, "utf8")) : null;
  highest = Math.max(highest, 1024 * (mark ? Number(mark[1]) : process.resourceUsage().maxRSS));
  return highest;
}

/** Seconds since a moment of `performance.now()`. */
export const secondsSince = (from: number): number => (performance.now() - from) / 1000;

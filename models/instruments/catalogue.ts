import { azSsm15, azSsm18 } from "./arizona.ts";
import { azSsm20 } from "./arizona-health.ts";
import type { Instrument } from "./instrument.ts";
import { isat } from "./isat.ts";

export const instruments: readonly Instrument[] = [azSsm15, azSsm18, azSsm20, isat];

/** The instrument with this id, or undefined. */
export function instrument(id: string): Instrument | undefined {
  return instruments.find((candidate) => candidate.id === id);
}

const versions = instruments.filter(({ family }) => family === "arizona");

/** Ids of the versions of the matrix, whose scores can be compared. */
export const matrixVersions: readonly string[] = versions.map(({ id }) => id);

/** Every domain that a version of the matrix asks about. */
export const matrixDomains: readonly string[] = [...new Set(versions.flatMap(({ domains }) => domains))];

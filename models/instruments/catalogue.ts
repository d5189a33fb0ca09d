import { azSsm15, azSsm18 } from "./arizona.ts";
import type { Instrument } from "./instrument.ts";

export const instruments: readonly Instrument[] = [azSsm15, azSsm18];

/** The instrument with this id, or undefined. */
export function instrument(id: string): Instrument | undefined {
  return instruments.find((candidate) => candidate.id === id);
}

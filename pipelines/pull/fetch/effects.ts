import { lookup } from "node:dns/promises";
import { setTimeout as wait } from "node:timers/promises";

/** Everything outside that fetching needs, but for connections and files. */
export interface FetchEffects {
  sleep(milliseconds: number): Promise<void>;
  /** From 0 to 1. */
  random(): number;
  /** All addresses of a host. */
  addressesOf(host: string): Promise<readonly string[]>;
  /** Whether this machine itself may be a source: for tests alone. */
  loopback: boolean;
}

export const realEffects: FetchEffects = {
  sleep: async (milliseconds) => {
    await wait(milliseconds);
  },
  random: Math.random,
  addressesOf: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  loopback: false,
};

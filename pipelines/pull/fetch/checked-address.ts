import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import type { FetchEffects } from "./effects.ts";
import { untrusted } from "./source-failure.ts";

const PRIVATE = new Set(["private", "uniqueLocal", "carrierGradeNat"]);

/** What a feed and the run allow of a host. */
export interface Reach {
  /** Whether the feed says that its source stands in a private network. */
  privateNetwork: boolean;
  effects: Pick<FetchEffects, "addressesOf" | "loopback">;
}

/**
 * The addresses of a host, each of them one that may be connected to: public, or private where the feed says why. One that is not
 * condemns the host. Connect to these, and never look the name up again: it could be answered otherwise.
 */
export async function checkedAddresses(host: string, { privateNetwork, effects }: Reach): Promise<readonly string[]> {
  const bare = host.replace(/^\[(.*)\]$/, "$1");
  const addresses = isIP(bare) ? [bare] : await effects.addressesOf(bare);
  for (const address of addresses) {
    const range = rangeOf(address);
    const allowed =
      range === "unicast" || (privateNetwork && PRIVATE.has(range)) || (effects.loopback && range === "loopback");
    if (!allowed) throw untrusted(reason(range));
  }
  return addresses;
}

function rangeOf(address: string): string {
  if (!ipaddr.isValid(address)) return "invalid";
  // An IPv4 address in the clothes of an IPv6 one is judged as what it is.
  return ipaddr.process(address).range();
}

const reason = (range: string) =>
  PRIVATE.has(range)
    ? "its address is one of a private network, and the partner's YAML does not say why under private_network_because"
    : "its address is one of this machine or of no public network";

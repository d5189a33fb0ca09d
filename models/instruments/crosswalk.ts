import { arizonaDomains } from "./arizona.ts";
import { healthDomains } from "./arizona-health.ts";
import type { Domain, Instrument } from "./instrument.ts";
import { isatDomains } from "./isat.ts";
import { type Lens, lenses } from "./lens.ts";

/** Every domain an instrument can ask about. */
export const allDomains: readonly Domain[] = [...arizonaDomains, ...healthDomains, ...isatDomains];

/** One lens of an instrument with the domains in it; `unmapped` is what is in none, and it is there even when nothing is. */
export interface LensDomains {
  lens: Lens | "unmapped";
  domains: readonly string[];
}

/** An instrument's domains by lens: the eight lenses in their order, those with no domain among them, and the unmapped at the end. */
export function crosswalk({ domains }: Pick<Instrument, "domains">): LensDomains[] {
  return [...lenses, "unmapped" as const].map((lens) => ({
    lens,
    domains: domains.filter((domain) => lensOf(domain) === lens),
  }));
}

/** The lens of a domain, `unmapped` for one without and for one nobody has described. */
export function lensOf(domain: string): Lens | "unmapped" {
  return allDomains.find(({ id }) => id === domain)?.lens ?? "unmapped";
}

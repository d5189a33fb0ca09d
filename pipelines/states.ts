import type { Network } from "./read-network.ts";

/** States whose ZIP codes are looked for in a network's files, such as `TN`: those of its counties. */
export const statesOf = ({ counties }: Pick<Network, "counties">): string[] => [
  ...new Set(counties.map(({ id }) => id.slice(0, 2))),
];

/** A repeatable stand-in for chance, from 0 to 1. */
export function chance(...seed: (string | number)[]): number {
  let hash = 2166136261;
  for (const character of seed.join("|")) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
  return ((hash ^ (hash >>> 15)) >>> 0) / 4294967296;
}

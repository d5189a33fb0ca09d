import { advice, type Finding, outcome, what } from "../findings.ts";

/** Findings as lines: what stops or refuses a file, then what is noted; each advice once, after all it is for. */
export function linesOf(findings: readonly Finding[]): string[] {
  const sorted = [...findings].sort((a, b) => Number(outcome(a) === "noted") - Number(outcome(b) === "noted"));
  return [...new Set(sorted.map(advice))].flatMap((given) => [
    ...sorted.filter((finding) => advice(finding) === given).map(what),
    ...(given ? [given] : []),
  ]);
}

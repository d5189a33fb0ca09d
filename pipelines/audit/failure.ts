/** One thing the release must not have, at one address; neither says a value that is withheld. */
export interface Failure {
  address: string;
  kind: "exact" | "narrow" | "below threshold" | "contradiction" | "changed";
  sentence: string;
}

const sentences = {
  exact: "can be worked out exactly from what is printed",
  narrow: "can be worked out too closely from what is printed",
  "below threshold": "is printed although it is about too few people",
  changed: "is of a closed period and is not what the last release said",
  contradiction: "does not agree with the rest of what is printed",
} as const;

/** A failure in words; ` by` whom, if not by anybody. */
export function failureAt(address: string, kind: Failure["kind"], by = ""): Failure {
  return { address, kind, sentence: `${address} ${sentences[kind]}${by}` };
}

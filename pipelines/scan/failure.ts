/** One thing a site must not have; the sentence says what and where, and never what was found. */
export interface ScanFailure {
  site: string;
  file: string;
  kind: Kind;
  sentence: string;
}

const sentences = {
  "no manifest": "the site has no manifest that can be read",
  unlisted: "is not in the manifest",
  missing: "is in the manifest and not there",
  changed: "is not the file of the manifest: its hash differs",
  "unknown kind": "is of a kind that no site has",
  token: "holds a person's token, or part of one",
  "keyed id": "holds what looks like a keyed id of a person",
  canary: "holds an id that must never leave the warehouse",
  place: "names a folder of the machine it was made on",
  "source map": "names a source map",
  "time stamp": "holds the time at which something was made",
  attribute: "has an attribute, a title or a comment in which a number could hide",
  withheld: "has a number beside a status that says there is none",
  small: "has a count below the threshold",
  contradiction: "has a number that is not the published one",
  "not theirs": "has a figure that this audience may not have",
  stranger: "names another partner",
  link: "leads out of the site",
} as const;

type Kind = keyof typeof sentences;

/** A failure in words. */
export const scanFailure = (site: string, file: string, kind: Kind): ScanFailure => ({
  ...{ site, file, kind },
  sentence: `${site}/${file} ${sentences[kind]}`,
});

/** What is found in a file, before it is said of which. */
export type Found = Kind;

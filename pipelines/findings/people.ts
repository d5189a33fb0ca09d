import type { Entries } from "./entry.ts";

/** What the people of a partner are like together. */
export interface PeopleFacts {
  "rare-combinations": {
    people: number;
    combinations: number;
    k: number;
    did: "warn" | "generalise" | "refuse";
    left: number;
  };
}

const DONE = {
  warn: () =>
    "Nothing was changed: set rare to generalise or refuse in the partner's YAML to have what makes them rare left out, or them.",
  generalise: (left: number) =>
    `What makes them rare was left out of their records in the warehouse, language and county first${left > 0 ? `; ${left} of them are rare still, with nothing left to leave out` : ""}.`,
  refuse: () => "They were set aside, and so is what refers to them.",
};

export const peopleFindings: Entries<PeopleFacts> = {
  "rare-combinations": {
    outcome: "noted",
    says: (f) => [
      `${f.people === 1 ? "1 person stands" : `${f.people} people stand`} in ${f.combinations === 1 ? "a combination" : `${f.combinations} combinations`} of gender, race and ethnicity, age band, county, ZIP area and language that fewer than ${f.k} people of the partner share.`,
      DONE[f.did](f.left),
    ],
  },
};

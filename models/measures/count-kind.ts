import { groupSlices } from "../figure-key.ts";
import type { MeasureKind } from "./measure.ts";

/** People counted once each, and how many of them could be linked across partners. */
export const countKind: MeasureKind = {
  kind: "count",
  base: "people",
  parts: [
    {
      id: "people",
      title: "People",
      means: "People, each counted once.",
      when: "true",
      printed: true,
      apart: groupSlices,
    },
    {
      id: "linked",
      title: "Linked across partners",
      means: "People whose partner sent a linkage token, so that they count once in the whole network.",
      when: "linked",
      printed: true,
      apart: groupSlices,
      needsLinkage: true,
    },
    {
      id: "unlinked",
      title: "Not linked",
      means: "People counted once at each partner, because no linkage token was sent for them.",
      when: "not linked",
      printed: true,
      apart: ["partner", ...groupSlices],
    },
  ],
  identities: [{ total: "people", of: ["linked", "unlinked"] }],
  rates: [],
};

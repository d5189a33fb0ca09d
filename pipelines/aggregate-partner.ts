import * as z from "zod";
import { id, name } from "./network.ts";

/**
 * A partner that may send no row about a person, not even with tokens, as the laws on victim services have it (28 CFR 94.115 and
 * 90.4): what it sends are counts, small ones withheld by itself.
 */
export const AggregatePartner = z.strictObject({
  id,
  name,
  profile: z.literal("aggregate_only"),
  kind: z.enum(["victim_service_provider", "other"]).default("victim_service_provider"),
  /** Folder with the partner's tables of counts, from the folder of network.yaml. */
  folder: z.string().min(1),
  counts: z
    .strictObject({
      /** Names of the tables; `*` stands for any characters. The last by name is the one in use: a table says everything anew. */
      files: z.string().min(1).default("counts*.csv"),
    })
    .prefault({}),
});
export type AggregatePartner = z.output<typeof AggregatePartner>;

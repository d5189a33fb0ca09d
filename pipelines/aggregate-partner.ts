import * as z from "zod";
import { id, name } from "./network.ts";

/**
 * A partner that may send no row about a person, not even with tokens, as the laws on victim services have it (28 CFR 94.115 and
 * 90.4): what it sends are counts, small ones withheld by itself.
 */
export const AggregatePartner = z.strictObject({
  id: id.describe("A short name for files and addresses: lower-case letters, digits and hyphens."),
  name: name.describe("What readers call the agency."),
  profile: z.literal("aggregate_only").describe("The partner sends counts alone, and no row about a person."),
  kind: z
    .enum(["victim_service_provider", "other"])
    .default("victim_service_provider")
    .describe("What kind of agency it is."),
  folder: z.string().min(1).describe("Folder with the partner's tables of counts, from the folder of network.yaml."),
  counts: z
    .strictObject({
      files: z
        .string()
        .min(1)
        .default("counts*.csv")
        .describe(
          "Names of the tables; * stands for any characters. The last by name is the one in use: a table says everything anew.",
        ),
    })
    .prefault({})
    .describe("The tables of counts."),
});
export type AggregatePartner = z.output<typeof AggregatePartner>;

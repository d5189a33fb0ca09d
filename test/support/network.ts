import { NetworkFile, Partner } from "../../pipelines/network.ts";
import type { Network } from "../../pipelines/read-network.ts";

const table = (record: string) => ({ id: record.replaceAll("_", "-"), record, files: `${record}.csv`, columns: {} });

/** Two partners: a hub with two programs in two tiers that sends everything, and a school that makes no assessments. */
export const testNetwork: Network = {
  ...NetworkFile.parse({
    id: "test-network",
    name: "Test Network",
    contact: "data@example.org",
    goal: { people: 100, by: "2028-06-30" },
    tiers: [
      { id: "tier-1", name: "Care coordination" },
      { id: "tier-2", name: "Referral" },
    ],
    counties: [{ id: "TN-157", name: "Shelby County" }],
  }),
  folder: "/nowhere",
  cycles: [],
  contracts: [],
  configurationHash: "0".repeat(64),
  aggregate_partners: [],
  partners: [
    Partner.parse({
      id: "hub",
      name: "Hub",
      kind: "care_coordination_hub",
      links_people: true,
      folder: "hub",
      programs: [
        { id: "hub-core", name: "Core", tier: "tier-1" },
        { id: "hub-plus", name: "Plus", tier: "tier-2" },
      ],
      feeds: [table("person"), table("enrollment"), table("assessment_score")],
    }),
    Partner.parse({
      id: "school",
      name: "School",
      kind: "adult_education",
      folder: "school",
      programs: [{ id: "school-class", name: "Class", tier: "tier-2" }],
      feeds: [table("person"), table("enrollment")],
    }),
  ],
};

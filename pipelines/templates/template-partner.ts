import { kinds } from "../../models/contract/dictionary.ts";
import type { RecordKind } from "../../models/contract/field.ts";

/** A partner's YAML for files made from the templates: every column is called as its field, so there is nothing to map. */
export const templatePartner = (schemaComment: string): string =>
  [
    schemaComment,
    "# A partner that fills in the templates. Give it its own name and programs, and take out the feeds it does not send.",
    "id: template-partner",
    "name: Template Partner",
    "kind: other",
    "",
    "# True when the partner sends a linkage token, so that its people count once in the whole network; false leaves that column out.",
    "links_people: true",
    "",
    "# Folder with the partner's files, from the folder of network.yaml.",
    "folder: exports/template-partner",
    "",
    "programs:",
    "  - id: template-partner-program",
    "    name: Program",
    "    tier: tier-1",
    "",
    "feeds:",
    ...kinds.flatMap(feed),
    "",
  ].join("\n");

const feed = ({ kind, grain, fields }: RecordKind) => [
  `  # ${grain}`,
  `  - id: ${kind.replaceAll("_", "-")}`,
  `    record: ${kind}`,
  `    files: "${kind}*.csv"`,
  "    columns:",
  ...Object.keys(fields).map((name) => `      ${name}: ${name}`),
  "",
];

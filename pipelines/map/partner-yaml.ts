import type { Partner } from "../network.ts";
import { schemaLine } from "../schema-line.ts";
import { feedLines } from "./feed-yaml.ts";
import type { ProposedFeed } from "./propose-feed.ts";
import { TODO } from "./todo.ts";
import { yamlText } from "./yaml-text.ts";

/** Everything a partner's YAML is proposed from. */
export interface PartnerProposal {
  id: string;
  feeds: readonly ProposedFeed[];
  /** Files in which nothing of the contract was recognised. */
  unknown: readonly string[];
  schema: string;
  /** The partner as the network has it. */
  known: Partner | undefined;
  /** Tiers of the network. */
  tiers: readonly string[];
}

/** A partner's YAML to be finished in an editor, with comments that say how sure each match is and what is not decided. */
export function partnerYaml(proposal: PartnerProposal): { yaml: string; undecided: number } {
  const body = [...aboutLines(proposal), ...programLines(proposal), ...feedsLines(proposal)];
  const undecided = body.filter((line) => line.includes(TODO)).length;
  const yaml = [...headLines(proposal, undecided), ...body, ""].join("\n");
  return { yaml, undecided };
}

const tablesOf = (feeds: readonly ProposedFeed[]) => feeds.flatMap(({ tables }) => tables ?? []);

function headLines({ schema, feeds, id, known }: PartnerProposal, undecided: number): string[] {
  const tables = feeds.reduce((sum, feed) => sum + (feed.tables?.length ?? 1), 0);
  return [
    schemaLine(schema),
    `# Proposed from ${tables === 1 ? "one table" : `${tables} tables`}; read it before you use it. The number behind a match says how sure it is, from 0 to 1.`,
    undecided === 0
      ? "# Everything was decided."
      : `# What begins with TODO is not decided: ${undecided} ${undecided === 1 ? "place" : "places"}.`,
    ...(known ? [`# ${id} is a partner already: these feeds belong into its own file.`] : []),
  ];
}

const aboutLines = ({ id, known, feeds }: PartnerProposal) => [
  `id: ${id}`,
  ...(known ? [] : [`${TODO} say what the partner is called, and which kind of agency it is.`]),
  `name: ${yamlText(known?.name ?? id)}`,
  `kind: ${known?.kind ?? "other"}`,
  ...linkLines(known, feeds),
  ...(known ? [] : ["# Folder with the partner's files, from the folder of network.yaml."]),
  `folder: ${yamlText(known?.folder ?? `exports/${id}`)}`,
];

function linkLines(known: Partner | undefined, feeds: readonly ProposedFeed[]): string[] {
  const sends = tablesOf(feeds).some(({ columns }) => columns.some(({ field }) => field === "linkage_token"));
  const linked = known?.links_people ?? sends;
  if (!sends) return known ? [`links_people: ${linked}`] : [];
  const says = linked
    ? []
    : [`${TODO} a linkage token is sent, but the partner has not opted in: set this to true, or leave the column out.`];
  return [
    ...says,
    "# A linkage token is sent, so that its people count once in the network: the partner must have opted in.",
    `links_people: ${linked}`,
  ];
}

function programLines({ id, known, feeds, tiers }: PartnerProposal): string[] {
  const programs = programsOf({ id, known, feeds });
  if (known) return ["programs:", ...programs.map(({ id: program, name, tier }) => programLine(program, name, tier!))];
  const [tier = "tier-1"] = tiers;
  return [
    `${TODO} check the programs, and give each its tier: ${tiers.length > 0 ? `one of ${tiers.join(", ")}` : "an id of tiers in network.yaml"}.`,
    "programs:",
    ...programs.map(({ id: program, name }) => programLine(program, name, tier)),
  ];
}

/** The partner's programs: those it has, else those its tables name, else one. */
function programsOf({
  id,
  known,
  feeds,
}: Pick<PartnerProposal, "id" | "known" | "feeds">): { id: string; name: string; tier?: string }[] {
  if (known) return known.programs;
  const found: Record<string, string> = Object.assign({}, ...tablesOf(feeds).map(({ newPrograms }) => newPrograms));
  const named = Object.entries(found).map(([program, name]) => ({ id: program, name }));
  return named.length > 0 ? named : [{ id: `${id}-program`, name: id }];
}

const programLine = (id: string, name: string, tier: string) =>
  `  - { id: ${id}, name: ${yamlText(name)}, tier: ${tier} }`;

function feedsLines({ id, known, feeds, unknown }: PartnerProposal): string[] {
  const programs = {
    ids: programsOf({ id, known, feeds }).map((program) => program.id),
    known: known !== undefined,
  };
  return [
    "feeds:",
    ...feeds.flatMap((feed, at) => [...(at > 0 ? [""] : []), ...feedLines(feed, programs)]),
    ...unknown.map(
      (name) => `${TODO} nothing of the contract was recognised in ${name}: map it by hand, or leave it out.`,
    ),
  ];
}

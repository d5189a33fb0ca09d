import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { recordKind } from "../models/contract/catalogue.ts";
import { instrument } from "../models/instruments/catalogue.ts";
import { NetworkFile, Partner, type TableFeed } from "./network.ts";
import { type Checked, type Mistake, readYaml } from "./read-yaml.ts";

/** A whole network as configured: network.yaml and every partner's YAML, checked. */
export interface Network extends NetworkFile {
  /** Absolute folder of network.yaml; every relative path in the configuration starts here. */
  folder: string;
  partners: readonly Partner[];
  /** SHA-256 of all configuration files, hex. */
  configurationHash: string;
}

/** Mistakes in configuration, all of them, with file, line and column. */
export class ConfigurationError extends Error {
  readonly mistakes: readonly Mistake[];
  constructor(mistakes: readonly Mistake[]) {
    super(mistakes.map(({ file, line, column, says }) => `${file}:${line}:${column} ${says}`).join("\n"));
    this.mistakes = mistakes;
  }
}

/** Reads and checks a network. Throws a ConfigurationError that names every mistake at once. */
export function readNetwork(file: string): Network {
  if (!existsSync(file)) throw new Error(`no network file: ${file} (npm run init makes one)`);
  const folder = path.dirname(path.resolve(file));
  const files = partnerFiles(folder);
  const network = readYaml(file, NetworkFile);
  const partners = files.map((partnerFile) => readYaml(partnerFile, Partner));
  const mistakes = [
    ...network.mistakes,
    ...partners.flatMap((partner) => partner.mistakes),
    ...(network.value ? networkMistakes(network.value, network) : []),
    ...partners.flatMap((partner) => (partner.value ? feedMistakes(partner.value, partner) : [])),
    ...idMistakes(partners, network),
  ];
  if (files.length === 0)
    mistakes.push(network.at([], "there is no partner: add one YAML file per partner in partners/"));
  if (mistakes.length > 0) throw new ConfigurationError(mistakes);
  const hash = createHash("sha256");
  for (const each of [file, ...files]) hash.update(readFileSync(each));
  return {
    ...network.value!,
    folder,
    partners: partners.map((partner) => partner.value!),
    configurationHash: hash.digest("hex"),
  };
}

function partnerFiles(folder: string): string[] {
  const partners = path.join(folder, "partners");
  if (!existsSync(partners)) return [];
  const names = readdirSync(partners).filter((name) => /\.ya?ml$/.test(name));
  return names.sort().map((name) => path.join(partners, name));
}

function networkMistakes(network: NetworkFile, { at }: Checked<NetworkFile>): Mistake[] {
  const { threshold, minimum_denominator, width, weaker_because } = network.publication;
  const weaker = threshold < 11 || minimum_denominator < 20 || width < 10;
  if (!weaker || weaker_because) return [];
  const says =
    "publication: settings weaker than threshold 11, minimum_denominator 20 and width 10 need a reason in weaker_because";
  return [at(["publication"], says)];
}

function idMistakes(partners: readonly Checked<Partner>[], network: Checked<NetworkFile>): Mistake[] {
  const seen = new Set<string>();
  const tiers = new Set(network.value?.tiers.map((tier) => tier.id));
  return partners.flatMap((partner) => {
    if (!partner.value) return [];
    const ids: [readonly PropertyKey[], string][] = [
      [["id"], `partner ${partner.value.id}`],
      ...partner.value.programs.map((program, index): [readonly PropertyKey[], string] => [
        ["programs", index, "id"],
        `program ${program.id}`,
      ]),
    ];
    const repeated = ids.filter(([, id]) => seen.has(id) || !seen.add(id));
    const unknown = partner.value.programs.flatMap((program, index) =>
      network.value && !tiers.has(program.tier)
        ? [
            partner.at(
              ["programs", index, "tier"],
              `programs.${index}.tier: ${program.tier} is not a tier of network.yaml`,
            ),
          ]
        : [],
    );
    return [...repeated.map(([where, id]) => partner.at(where, `${id} is named twice in the network`)), ...unknown];
  });
}

function feedMistakes(partner: Partner, { at }: Checked<Partner>): Mistake[] {
  const programs = new Set(partner.programs.map((program) => program.id));
  return partner.feeds.flatMap((feed, index) => {
    const say = (steps: readonly PropertyKey[], says: string) =>
      at(["feeds", index, ...steps], `feeds.${index}.${steps.join(".")}: ${says}`);
    const twice =
      partner.feeds.findIndex((other) => other.id === feed.id) < index
        ? [say(["id"], `${feed.id} is named twice`)]
        : [];
    if (feed.format !== "csv") {
      return [
        ...twice,
        ...Object.entries(feed.projects).flatMap(([project, id]) =>
          programs.has(id) ? [] : [say(["projects", project], `${id} is not a program of ${partner.id}`)],
        ),
      ];
    }
    const linked = feed.columns.linkage_token && !partner.links_people;
    const says =
      "the partner sends a linkage token but has not opted in: set links_people to true, or leave the column out";
    return [
      ...twice,
      ...(linked ? [say(["columns", "linkage_token"], says)] : []),
      ...columnMistakes(feed, say),
      ...wideMistakes(feed, say),
    ];
  });
}

type Say = (steps: readonly PropertyKey[], says: string) => Mistake;

const filledByWide = new Set(["instrument", "domain", "answer", "score", "is_goal"]);

function columnMistakes(feed: TableFeed, say: Say): Mistake[] {
  const { fields } = recordKind(feed.record);
  const unknown = Object.keys(feed.columns).filter((field) => !fields[field]);
  const missing = Object.keys(fields).filter(
    (field) => fields[field]!.required && !feed.columns[field] && !(feed.wide && filledByWide.has(field)),
  );
  const words = Object.entries(feed.columns).flatMap(([field, column]) => {
    const declared = fields[field];
    if (declared?.type !== "code" || !column.words) return [];
    return Object.entries(column.words).flatMap(([word, code]) =>
      declared.codes[code]
        ? []
        : [
            say(
              ["columns", field, "words", word],
              `${code} is not a code of ${feed.record}.${field}; the codes are ${Object.keys(declared.codes).join(", ")}`,
            ),
          ],
    );
  });
  return [
    ...unknown.map((field) =>
      say(["columns", field], `${feed.record} has no field ${field}; its fields are ${Object.keys(fields).join(", ")}`),
    ),
    ...missing.map((field) => say(["columns"], `the required field ${field} of ${feed.record} is not mapped`)),
    ...words,
  ];
}

function wideMistakes(feed: TableFeed, say: Say): Mistake[] {
  if (!feed.wide) return [];
  if (feed.record !== "assessment_score")
    return [say(["wide"], `a wide form is of the record assessment_score, not ${feed.record}`)];
  const form = instrument(feed.wide.instrument);
  if (!form) return [say(["wide", "instrument"], `${feed.wide.instrument} is not an instrument we know`)];
  const unknown = [
    ...Object.keys(feed.wide.domains).map((domain) => ["domains", domain]),
    ...Object.keys(feed.wide.goals).map((domain) => ["goals", domain]),
  ];
  return unknown.flatMap(([list, domain]) =>
    form.domains.includes(domain!) ? [] : [say(["wide", list!, domain!], `${domain} is not a domain of ${form.id}`)],
  );
}

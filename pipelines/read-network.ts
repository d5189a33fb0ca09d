import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { OutcomeContract } from "../models/contracts/outcome-contract.ts";
import { mistakenGroups } from "../models/grouping.ts";
import { AggregatePartner } from "./aggregate-partner.ts";
import { allIds } from "./all-ids.ts";
import { feedMistakes } from "./feed-mistakes.ts";
import { folderMistakes } from "./folder-mistakes.ts";
import { NetworkFile, Partner } from "./network.ts";
import { readContracts } from "./read-contracts.ts";
import { type Cycle, readCycles } from "./read-cycles.ts";
import { type Checked, type Mistake, readYaml } from "./read-yaml.ts";

/** A whole network as configured: network.yaml, every partner's YAML, the improvement cycles and the outcome contracts, checked. */
export interface Network extends NetworkFile {
  /** Absolute folder of network.yaml; every relative path in the configuration starts here. */
  folder: string;
  partners: readonly Partner[];
  /** Partners that send totals only. */
  aggregate_partners: readonly AggregatePartner[];
  cycles: readonly Cycle[];
  contracts: readonly OutcomeContract[];
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

/** Reads and checks a network. Throws a ConfigurationError that names every mistake at once, of form and of meaning. */
export function readNetwork(file: string): Network {
  if (!existsSync(file)) throw new Error(`no network file: ${file} (npm run init makes one)`);
  const folder = path.dirname(path.resolve(file));
  const files = partnerFiles(folder);
  const network = readYaml(file, NetworkFile);
  const sendsTotals = files.filter(isAggregateOnly);
  const aggregates = sendsTotals.map((partnerFile) => readYaml(partnerFile, AggregatePartner));
  const partners = files.filter((each) => !sendsTotals.includes(each)).map((each) => readYaml(each, Partner));
  const cycles = readCycles(folder, allIds(partners.map(({ part }) => part)));
  const contracts = readContracts(
    folder,
    partners.map(({ part }) => part),
  );
  const all = [file, ...files, ...cycles.files, ...contracts.files];
  const mistakes = [
    ...network.mistakes,
    ...networkMistakes(network),
    ...groupMistakes(network),
    ...partners.flatMap((partner) => [...partner.mistakes, ...feedMistakes(partner)]),
    ...aggregates.flatMap(({ mistakes }) => mistakes),
    ...idMistakes(partners, network, aggregates),
    ...folderMistakes([...partners, ...aggregates], folder),
    ...cycles.mistakes,
    ...contracts.mistakes,
  ];
  if (files.length === 0)
    mistakes.push(network.at([], "there is no partner: add one YAML file per partner in partners/"));
  if (mistakes.length > 0) throw new ConfigurationError(inOrder(mistakes, all));
  const hash = createHash("sha256");
  for (const each of all) hash.update(readFileSync(each));
  return {
    ...network.value!,
    folder,
    partners: partners.map((partner) => partner.value!),
    aggregate_partners: aggregates.map((partner) => partner.value!),
    cycles: cycles.cycles,
    contracts: contracts.contracts,
    configurationHash: hash.digest("hex"),
  };
}

/** Reads and checks one partner's YAML by itself. Throws a ConfigurationError that names every mistake. */
export function readPartner(file: string): Partner {
  if (!existsSync(file)) throw new Error(`no partner file: ${file} (npm run map proposes one)`);
  const partner = readYaml(file, Partner);
  const mistakes = [...partner.mistakes, ...feedMistakes(partner)];
  if (mistakes.length > 0) throw new ConfigurationError(inOrder(mistakes, [file]));
  return partner.value!;
}

/** Mistakes in the order in which they are come upon by who reads the files. */
const inOrder = (mistakes: readonly Mistake[], files: readonly string[]) =>
  [...mistakes].sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column);

/** Whether a partner's file says that it sends totals only, which is another kind of file. */
const isAggregateOnly = (file: string) => /^profile:\s*["']?aggregate_only\b/m.test(readFileSync(file, "utf8"));

function partnerFiles(folder: string): string[] {
  const partners = path.join(folder, "partners");
  if (!existsSync(partners)) return [];
  const names = readdirSync(partners).filter((name) => /\.ya?ml$/.test(name));
  return names.sort().map((name) => path.join(partners, name));
}

function networkMistakes({ part, at }: Checked<NetworkFile>): Mistake[] {
  const publication = part?.publication;
  if (!publication || "weaker_because" in publication) return [];
  const { threshold = 11, minimum_denominator = 20, width = 11 } = publication;
  if (threshold >= 11 && minimum_denominator >= 20 && width >= 11) return [];
  const says = "settings weaker than threshold 11, minimum_denominator 20 and width 11 need a reason in weaker_because";
  return [at(["publication"], says)];
}

function groupMistakes({ value, at }: Checked<NetworkFile>): Mistake[] {
  if (!value) return [];
  return mistakenGroups(value).map((group) =>
    at(["combine"], `${group} is not a group of its own, or is combined twice`),
  );
}

function idMistakes(
  partners: readonly Checked<Partner>[],
  network: Checked<NetworkFile>,
  aggregates: readonly Checked<AggregatePartner>[],
): Mistake[] {
  const seen = new Set<string>();
  const tiers = allIds(network.part?.tiers);
  const named = partners.flatMap(({ part, at }) => {
    const programs = part?.programs ?? [];
    const ids: [readonly PropertyKey[], string, string | undefined][] = [
      [["id"], "partner", part?.id],
      ...programs.map((program, index): [readonly PropertyKey[], string, string | undefined] => [
        ["programs", index, "id"],
        "program",
        program?.id,
      ]),
    ];
    const repeated = ids.filter(([, kind, id]) => id && (seen.has(`${kind} ${id}`) || !seen.add(`${kind} ${id}`)));
    const unknown = programs.flatMap((program, index) =>
      tiers && program?.tier && !tiers.has(program.tier)
        ? [at(["programs", index, "tier"], `${program.tier} is not a tier of network.yaml`)]
        : [],
    );
    return [
      ...repeated.map(([where, kind, id]) => at(where, `${kind} ${id} is named twice in the network`)),
      ...unknown,
    ];
  });
  const again = aggregates.flatMap(({ part, at }) =>
    part?.id && (seen.has(`partner ${part.id}`) || !seen.add(`partner ${part.id}`))
      ? [at(["id"], `partner ${part.id} is named twice in the network`)]
      : [],
  );
  return [...named, ...again];
}

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { recordKind } from "../models/contract/catalogue.ts";
import type { OutcomeContract } from "../models/contracts/outcome-contract.ts";
import { mistakenGroups } from "../models/grouping.ts";
import { instrument } from "../models/instruments/catalogue.ts";
import { AggregatePartner } from "./aggregate-partner.ts";
import { matchesPattern } from "./file-pattern.ts";
import { folderMistakes } from "./folder-mistakes.ts";
import type { Part } from "./lenient.ts";
import { type Feed, type HmisFeed, NetworkFile, Partner, type PirlFeed, type TableFeed } from "./network.ts";
import { profileMistakes } from "./profile-mistakes.ts";
import { readContracts } from "./read-contracts.ts";
import { type Cycle, readCycles } from "./read-cycles.ts";
import { type Checked, type Mistake, readYaml } from "./read-yaml.ts";
import { type HttpsSource, nameOfAddress } from "./source.ts";

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

/** The ids of a list; null while one of them is not known. */
function allIds(list: readonly ({ id?: string | undefined } | undefined)[] | undefined): ReadonlySet<string> | null {
  const ids = list?.map((each) => each?.id);
  return ids?.every((id) => id !== undefined) ? new Set(ids) : null;
}

function feedMistakes({ part, at }: Checked<Partner>): Mistake[] {
  const programs = allIds(part?.programs);
  const feeds = part?.feeds ?? [];
  return feeds.flatMap((feed, index) => {
    if (!feed) return [];
    const say: Say = (steps, says) => at(["feeds", index, ...steps], says);
    const first = feed.id ? feeds.findIndex((other) => other?.id === feed.id) : index;
    const twice = [
      ...(first < index ? [say(["id"], `${feed.id} is named twice`)] : []),
      ...profileMistakes(part?.profile, feed, say),
      ...sourceMistakes(feed, say),
    ];
    const named = programsNamed(feed);
    if (named) {
      const strangers = Object.entries(named.ids).filter(([, id]) => id && programs && !programs.has(id));
      return [
        ...twice,
        ...strangers.map(([key, id]) =>
          say([named.setting, key], `${id} is not a program of ${part?.id ?? "the partner"}`),
        ),
      ];
    }
    if ("tables" in feed)
      return [
        ...twice,
        ...(feed.tables ?? []).flatMap((table, at) =>
          table
            ? tableMistakes({ ...table, format: feed.format }, part, (steps, says) =>
                say(["tables", at, ...steps], says),
              )
            : [],
        ),
      ];
    return [...twice, ...tableMistakes(feed as Part<TableFeed>, part, say)];
  });
}

function tableMistakes(table: Part<TableFeed>, partner: Part<Partner> | undefined, say: Say): Mistake[] {
  const linked = "linkage_token" in (table.columns ?? {}) && partner?.links_people === false;
  const says =
    "the partner sends a linkage token but has not opted in: set links_people to true, or leave the column out";
  const sheetless = table.sheet !== undefined && table.format !== undefined && table.format !== "xlsx";
  return [
    ...(linked ? [say(["columns", "linkage_token"], says)] : []),
    ...(sheetless ? [say(["sheet"], `a file of the format ${table.format} has no sheets; only xlsx has`)] : []),
    ...columnMistakes(table, say),
    ...onlyWithMistakes(table, say),
    ...wideMistakes(table, say),
  ];
}

function onlyWithMistakes({ only_with, columns, ignore }: Part<TableFeed>, say: Say): Mistake[] {
  if (only_with === undefined || !columns) return [];
  const sent = [...Object.values(columns).map((column) => column?.from), ...(ignore ?? [])];
  return sent.includes(only_with)
    ? []
    : [say(["only_with"], `${only_with} is neither mapped under columns nor listed under ignore`)];
}

/** Where a feed in a public format names programs, and which; null for a table of the partner's own. */
function programsNamed(feed: Part<Feed>): { setting: string; ids: Part<Record<string, string>> } | null {
  if (feed.format === "hmis_csv") return { setting: "projects", ids: (feed as Part<HmisFeed>).projects ?? {} };
  return feed.format === "wioa_pirl" ? { setting: "programs", ids: (feed as Part<PirlFeed>).programs ?? {} } : null;
}

/** Addresses whose files would be fetched and then fit no feed. */
function sourceMistakes({ files, source }: Part<Feed>, say: Say): Mistake[] {
  if (!files || source?.kind !== "https") return [];
  const { url, save_as } = source as Part<HttpsSource>;
  return (url ?? []).flatMap((address) => {
    const name = address && nameOfAddress(save_as ? { save_as } : {}, address);
    if (!name || matchesPattern(name, files)) return [];
    const says = `the file would be called ${name}, which does not fit ${files}: say in save_as what to call it`;
    return [say(["source", "url"], says)];
  });
}

type Say = (steps: readonly PropertyKey[], says: string) => Mistake;

const filledByWide = new Set(["instrument", "domain", "answer", "score", "is_goal"]);

function columnMistakes({ record, columns, wide }: Part<TableFeed>, say: Say): Mistake[] {
  if (!record || !columns) return [];
  const { fields } = recordKind(record);
  const unknown = Object.keys(columns).filter((field) => !fields[field]);
  const missing = Object.keys(fields).filter(
    (field) => fields[field]!.required && !(field in columns) && !(wide && filledByWide.has(field)),
  );
  const words = Object.entries(columns).flatMap(([field, column]) => {
    const declared = fields[field];
    if (declared?.type !== "code" || !column?.words) return [];
    return Object.entries(column.words).flatMap(([word, code]) =>
      code === undefined || declared.codes[code]
        ? []
        : [
            say(
              ["columns", field, "words", word],
              `${code} is not a code of ${record}.${field}; the codes are ${Object.keys(declared.codes).join(", ")}`,
            ),
          ],
    );
  });
  return [
    ...unknown.map((field) =>
      say(["columns", field], `${record} has no field ${field}; its fields are ${Object.keys(fields).join(", ")}`),
    ),
    ...missing.map((field) => say(["columns"], `the required field ${field} of ${record} is not mapped`)),
    ...words,
  ];
}

function wideMistakes({ record, wide }: Part<TableFeed>, say: Say): Mistake[] {
  if (!wide || !record) return [];
  if (record !== "assessment_score")
    return [say(["wide"], `a wide form is of the record assessment_score, not ${record}`)];
  if (!wide.instrument) return [];
  const form = instrument(wide.instrument);
  if (!form) return [say(["wide", "instrument"], `${wide.instrument} is not an instrument we know`)];
  const unknown = [
    ...Object.keys(wide.domains ?? {}).map((domain) => ["domains", domain]),
    ...Object.keys(wide.goals ?? {}).map((domain) => ["goals", domain]),
  ];
  const plain = (word: string | undefined) => word?.trim().toLowerCase();
  const none = new Set(wide.not_applicable?.map(plain));
  const both = Object.keys(wide.levels ?? {}).filter((word) => none.has(plain(word)));
  return [
    ...unknown.flatMap(([list, domain]) =>
      form.domains.includes(domain!) ? [] : [say(["wide", list!, domain!], `${domain} is not a domain of ${form.id}`)],
    ),
    ...both.map((word) =>
      say(["wide", "levels", word], "these words are listed under not_applicable too: keep one of the two"),
    ),
  ];
}

import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import type { AggregatePartner } from "./aggregate-partner.ts";
import { counted } from "./amounts.ts";
import { checkCounts } from "./check/check-counts.ts";
import { checkExport } from "./check/check-export.ts";
import { NothingToCheck } from "./check/deliveries-to-check.ts";
import { findingsCsv } from "./check/findings-csv.ts";
import type { CheckReport } from "./check/report.ts";
import { reportLines } from "./check/report-lines.ts";
import { mapFiles } from "./map/map-files.ts";
import type { ProposedFeed } from "./map/propose-feed.ts";
import { id, NetworkFile, type Partner } from "./network.ts";
import { type Network, readNetwork, readPartner } from "./read-network.ts";
import { writeSchemas } from "./schema/write-schemas.ts";
import { schemaLine } from "./schema-line.ts";
import { count } from "./summary.ts";
import { writeTemplates } from "./templates/write-templates.ts";
import { visible } from "./visible.ts";

/** What the commands for partners and those who take them in need of the process. */
export interface Terminal {
  print(line: string): void;
  now(): Date;
  /** A file as seen from where the command was given. */
  from(file: string): string;
  projectRoot: string;
  sampleNetwork: string;
  /** Makes a folder that is gone when the process ends. */
  scratch(): string;
  /** Sets the exit code. */
  endWith(code: number): void;
}

/** Adds the commands by which a partner's export gets in: map, check, schema and templates. */
export function partnerCommands(program: Command, terminal: Terminal): void {
  program
    .command("map")
    .description("propose a partner's YAML from files it sends")
    .argument("<files...>", "files of the partner, or folders of them, one or several")
    .option("--partner <id>", "id of the partner", "partner")
    .option("--network <file>", "network.yaml, for its programs, tiers and partners")
    .option("--out <yaml>", "new file for the proposal; printed when left out")
    .action((files: string[], options: MapOptions) => map(files, options, terminal));
  program
    .command("check")
    .description("say what would come of a partner's export, and keep nothing of it")
    .argument("<file>", "the export: a file, or a folder with all that the partner sends")
    .option("--partner <id>", "id of the partner in the network")
    .option("--partner-file <yaml>", "the partner's YAML by itself, where there is no network yet")
    .option("--feed <id>", "feed the file is of, whatever its name")
    .option("--network <file>", "network.yaml", terminal.sampleNetwork)
    .option("--csv <file>", "new file for everything found, one line each")
    .action((file: string, options: CheckOptions) => check(file, options, terminal));
  program
    .command("schema")
    .description("write the JSON Schemas by which an editor completes and checks the YAML files")
    .option("--out <folder>", "folder for them", path.join(terminal.projectRoot, "data", "schema"))
    .action(({ out }: { out: string }) => {
      for (const name of writeSchemas(out)) terminal.print(terminal.from(path.join(out, name)));
    });
  program
    .command("templates")
    .description("write the templates partners can fill in, and the data dictionary")
    .requiredOption("--out <folder>", "folder for them")
    .action(async ({ out }: { out: string }) => {
      const schema = schemaFrom(path.join(out, "template-partner.yaml"), terminal.projectRoot);
      for (const name of await writeTemplates(out, schemaLine(schema)))
        terminal.print(terminal.from(path.join(out, name)));
    });
}

interface MapOptions {
  partner: string;
  network?: string;
  out?: string;
}

async function map(files: readonly string[], { partner, network, out }: MapOptions, terminal: Terminal): Promise<void> {
  if (!id.safeParse(partner).success)
    throw new Error(`not a partner id: ${partner} (use lower-case letters, digits and hyphens)`);
  if (out && existsSync(out)) throw new Error(`there is a file already: ${out}`);
  for (const file of files) if (!existsSync(file)) throw new Error(`there is no file ${file}`);
  const mapped = await mapFiles({
    files,
    partner,
    network: network === undefined ? undefined : readNetwork(network),
    scratch: terminal.scratch(),
    schema: schemaFrom(out, terminal.projectRoot),
  });
  if ("held" in mapped) {
    for (const line of mapped.held) terminal.print(line);
    terminal.print("Nothing is proposed.");
    return terminal.endWith(1);
  }
  if (!out) return terminal.print(mapped.yaml.trimEnd());
  writeFileSync(out, mapped.yaml, { flag: "wx" });
  const { feeds, undecided } = mapped;
  for (const feed of feeds) for (const line of proposedLines(feed)) terminal.print(visible(line));
  terminal.print(
    undecided === 0
      ? `${terminal.from(out)} is written, and everything in it was decided. Read it before you use it.`
      : `${terminal.from(out)} is written. ${count(undecided)} ${undecided === 1 ? "place says" : "places say"} TODO: decide them in an editor, then run check.`,
  );
}

/** What is proposed of one feed's files. */
function proposedLines({ files, projects, participants, tables }: ProposedFeed): string[] {
  if (projects) return [`${files}: an HMIS CSV export, ${counted(projects.ids.length, "project")}`];
  if (participants) return [`${files}: WIOA participant records, ${counted(participants.programs.length, "program")}`];
  return tables.map(({ inside, sheet, record, columns }) => {
    const place = [files, ...(inside === undefined ? [] : [inside]), ...(sheet === undefined ? [] : [sheet])].join("/");
    return `${place}: ${record}, ${count(columns.length)} fields mapped`;
  });
}

/** The schema as seen from a partner's YAML: the one beside the network's folder of partners, or the project's own. */
function schemaFrom(out: string | undefined, projectRoot: string): string {
  const name = "partner.schema.json";
  if (!out) return `../schema/${name}`;
  const folder = path.dirname(path.resolve(out));
  const own = path.join(folder, "..", "schema", name);
  return path.relative(folder, existsSync(own) ? own : path.join(projectRoot, "data", "schema", name));
}

interface CheckOptions {
  partner?: string;
  partnerFile?: string;
  feed?: string;
  network: string;
  csv?: string;
}

async function check(file: string, options: CheckOptions, terminal: Terminal): Promise<void> {
  const { csv, feed } = options;
  try {
    if (csv && existsSync(csv)) throw new NothingToCheck(`there is a file already: ${csv}`);
    const report = await reportOn(file, feed, whoseExport(options), terminal);
    for (const line of reportLines(report)) terminal.print(line);
    if (csv) {
      writeFileSync(csv, findingsCsv(report.findings), { flag: "wx", mode: 0o600 });
      terminal.print(`${count(report.findings.length)} findings are in ${terminal.from(csv)}.`);
    }
    terminal.endWith(report.accepted ? 0 : 1);
  } catch (error) {
    if (!(error instanceof NothingToCheck)) throw error;
    terminal.print(visible(error.message));
    terminal.endWith(2);
  }
}

/** Who sends an export, with the network it is in. */
type Whose =
  | { partner: Partner; network: Network; networkKnown: boolean }
  | { aggregatePartner: AggregatePartner; network: Network };

function reportOn(file: string, feed: string | undefined, whose: Whose, terminal: Terminal): Promise<CheckReport> {
  const now = terminal.now();
  if ("partner" in whose) return checkExport({ ...whose, file, feed, scratch: terminal.scratch(), now });
  const { aggregatePartner, network } = whose;
  if (feed !== undefined)
    throw new NothingToCheck(`${aggregatePartner.id} sends a table of counts and has no feeds: leave --feed out`);
  return checkCounts(file, aggregatePartner, network, network.as_of ?? now.toISOString().slice(0, 10));
}

/** The partner and its network; one that stands alone has a network of nothing but itself. */
function whoseExport(options: CheckOptions): Whose {
  const configured = options.partnerFile ?? options.network;
  if (!existsSync(configured)) throw new NothingToCheck(`there is no file ${configured}`);
  if (options.partnerFile) {
    const partner = readPartner(options.partnerFile);
    return { partner, network: alone(partner), networkKnown: false };
  }
  const network = readNetwork(options.network);
  const partner = network.partners.find((each) => each.id === options.partner);
  if (partner) return { partner, network, networkKnown: true };
  const aggregatePartner = network.aggregate_partners.find((each) => each.id === options.partner);
  if (aggregatePartner) return { aggregatePartner, network };
  const ids = [...network.partners, ...network.aggregate_partners].map((each) => each.id).join(", ");
  throw new NothingToCheck(
    options.partner
      ? `${options.partner} is not a partner of the network; its partners are ${ids}`
      : `say whose export it is with --partner: ${ids}; or give the partner's YAML with --partner-file`,
  );
}

function alone(partner: Partner): Network {
  const tiers = [...new Set(partner.programs.map(({ tier }) => tier))].map((tier) => ({ id: tier, name: tier }));
  const goal = { people: 1, by: "2099-12-31" };
  const file = NetworkFile.parse({ id: "alone", name: "alone", contact: "nobody", goal, tiers });
  return {
    ...file,
    folder: ".",
    partners: [partner],
    aggregate_partners: [],
    cycles: [],
    contracts: [],
    configurationHash: "",
  };
}

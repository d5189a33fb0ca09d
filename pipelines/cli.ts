import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { makeSample } from "../data/sample/make-sample.ts";
import { codeVersion } from "./code-version.ts";
import { deidentify } from "./deidentify/deidentify.ts";
import { readKey, readOrMakeKey as readOrMakePartnerKey } from "./deidentify/key.ts";
import { deidentifyParticipants } from "./deidentify/participants.ts";
import { deidentifyMapped } from "./deidentify-mapped.ts";
import { explain } from "./explain.ts";
import { initNetwork } from "./init.ts";
import { RunInProgress } from "./lock.ts";
import { partnerCommands } from "./partner-commands.ts";
import { placesOf } from "./places.ts";
import { createProgress } from "./progress.ts";
import { query } from "./query.ts";
import { ConfigurationError, readNetwork, readPartner } from "./read-network.ts";
import { rekey } from "./rekey.ts";
import { releaseCommands } from "./release-commands.ts";
import { type RunOptions, run } from "./run.ts";
import { readRunRecords } from "./run-record.ts";
import { servePreview } from "./site/preview.ts";
import { statusLines } from "./status.ts";
import { count, summaryLines } from "./summary.ts";
import { visible } from "./visible.ts";

process.umask(0o077);

const projectRoot = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const sampleNetwork = path.join(projectRoot, "data", "network.yaml");
const print = (line: string) => process.stdout.write(`${line}\n`);
const progress = createProgress(process.stdout.isTTY === true && !process.env.CI, print);
const from = (file: string) => path.relative(process.cwd(), file) || ".";

const effects = { now: () => new Date(), environment: process.env, process: process.pid, progress, projectRoot };

async function runNetwork(file: string, options: RunOptions): Promise<void> {
  const network = readNetwork(file);
  const record = await run(network, effects, options);
  const preview =
    path.resolve(file) === sampleNetwork ? "npm run preview" : `npm run preview -- --network ${from(file)}`;
  const setAside = from(placesOf(network, process.env).setAside);
  const feedback = from(placesOf(network, process.env).feedback);
  const site = record.site === null ? null : path.resolve(network.folder, record.site);
  for (const line of summaryLines({ ...record, site }, { preview, setAside, feedback })) print(line);
  if (record.outcome === "failed") process.exitCode = 1;
}

async function changeKey(file: string): Promise<void> {
  const network = readNetwork(file);
  const record = await rekey(network, effects);
  if (record.outcome !== "published") throw new Error(`the key was not changed: ${record.error}`);
  print(`Everything is now under the key ${record.key_id}; nothing is left under the old one, so destroy its copies.`);
}

async function sample(people: number, seed: number): Promise<void> {
  progress.start("Making the sample network");
  const out = path.join(projectRoot, "data", "sample", "out");
  const onProgress = (done: number, of: number) =>
    progress.update(`Making the sample network: ${count(done)} of ${count(of)} people`);
  const made = await makeSample({ out, people, seed, onProgress });
  progress.finish(
    `Sample network: ${count(made.people)} people, ${count(made.rows)} rows in ${made.files} files, ${count(made.wrongRows)} wrong on purpose`,
  );
}

interface DeidentifyCommand {
  out: string;
  key?: string;
  mapping?: string;
  linkageKey?: string;
}

const wholeNumber = (text: string) => {
  if (!/^[1-9][0-9]{0,8}$/.test(text)) throw new Error(`not a whole number above 0: ${text}`);
  return Number(text);
};

const audience = (text: string) => {
  if (!/^(staff|funders|agency\/[a-z0-9-]+)$/.test(text))
    throw new Error(`not an audience: ${text} (staff, funders or agency/<id>)`);
  return text;
};

/** A new folder that only this user may read, and that is gone when the process ends, whatever ends it but a kill. */
function scratchFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "common-measure-scratch-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const program = new Command("common-measure").description("The outcomes warehouse of a collective-impact network.");
program.exitOverride().configureOutput({ writeErr: (text) => process.stderr.write(text) });

program
  .command("start")
  .description("make the sample network, run the pipeline and build the sites")
  .option("--people <number>", "people in the sample", wholeNumber, 20_000)
  .option("--seed <number>", "seed of the sample", wholeNumber, 1)
  .action(async ({ people, seed }) => {
    await sample(people, seed);
    await runNetwork(sampleNetwork, {});
  });

program
  .command("sample")
  .description("make the sample network and nothing else")
  .option("--people <number>", "people in the sample", wholeNumber, 20_000)
  .option("--seed <number>", "seed of the sample", wholeNumber, 1)
  .action(({ people, seed }) => sample(people, seed));

program
  .command("run")
  .description("run the pipeline for a network")
  .option("--network <file>", "network.yaml", sampleNetwork)
  .option("--again", "build everything again even when nothing has changed")
  .option("--without-site", "stop after the audit")
  .action(({ network, again, withoutSite }) => runNetwork(network, { again, withoutSite }));

program
  .command("init")
  .description("make the folder of a network of your own")
  .argument("<folder>", "a new folder")
  .action((folder: string) => {
    for (const line of initNetwork(folder)) print(line);
  });

program
  .command("status")
  .description("show the last runs of a network")
  .option("--network <file>", "network.yaml", sampleNetwork)
  .option("--last <number>", "how many", wholeNumber, 5)
  .action(({ network, last }) => {
    const { runs } = placesOf(readNetwork(network), process.env);
    for (const line of statusLines(readRunRecords(runs).slice(0, last))) print(line);
  });

const PRIVATE =
  "What follows is made from row-level records of people in poverty, some fleeing violence. Keep it to yourself; nothing of it is protected.\n\n";

program
  .command("explain")
  .description("say where a published number comes from")
  .argument("<address>", "measure/series/slice/member/period/figure, the first column of every CSV file of the site")
  .option("--network <file>", "network.yaml", sampleNetwork)
  .action(async (address: string, { network: file }: { network: string }) => {
    const network = readNetwork(file);
    const lines = await explain(network, placesOf(network, process.env), address);
    process.stderr.write(PRIVATE);
    for (const line of lines) print(visible(line));
  });

program
  .command("query")
  .description("ask the warehouse a question in SQL; it is opened for reading alone")
  .argument("<sql>", "one statement")
  .option("--network <file>", "network.yaml", sampleNetwork)
  .option("--csv", "as CSV and not as a table")
  .action(async (sql: string, { network: file, csv }: { network: string; csv?: boolean }) => {
    const network = readNetwork(file);
    const lines = await query(placesOf(network, process.env).warehouse, sql, {
      memory: network.memory,
      csv: csv === true,
    });
    process.stderr.write(PRIVATE);
    for (const line of lines) print(visible(line));
  });

program
  .command("deidentify")
  .description(
    "for partners: write an HMIS CSV export, a WIOA participant record, or the files of a mapping, without anything that identifies people",
  )
  .argument(
    "<export>",
    "folder of the HMIS CSV export, or CSV file of the participant record; with --mapping a file or a folder of files",
  )
  .requiredOption("--out <folder>", "new folder, or file, for what is de-identified")
  .option("--key <file>", "the partner's own key; made when there is none, and kept by the partner")
  .option("--mapping <file>", "the partner's YAML, for files that are no HMIS export")
  .option("--linkage-key <file>", "the key that partners who link people share")
  .action(async (folder: string, { out, key, mapping, linkageKey }: DeidentifyCommand) => {
    const file = key ?? path.join(placesOf({ folder: ".", site: "." }, process.env).keys, "partner.key");
    const partner = await readOrMakePartnerKey(file);
    const linkage = linkageKey === undefined ? {} : { linkage: await readKey(linkageKey) };
    const write = /\.csv$/i.test(folder) ? deidentifyParticipants : deidentify;
    const { files, rows, dropped } =
      mapping === undefined
        ? await write({ from: folder, to: out, key: partner.key, keyId: partner.keyId })
        : await deidentifyMapped({
            from: folder,
            to: out,
            partner: readPartner(mapping),
            key: partner,
            scratch: scratchFolder(),
            ...linkage,
          });
    print(`${count(rows)} rows in ${files} files written to ${from(out)}; ${dropped.length} columns were left out:`);
    for (const { file: name, column, identifier } of dropped) print(visible(`  ${name}: ${column} (${identifier})`));
    print(
      `The key is ${partner.made ? "new and " : ""}in ${file}. Keep it, and keep it secret: with it the same people get the same tokens.`,
    );
  });

partnerCommands(program, {
  print,
  now: () => new Date(),
  from,
  projectRoot,
  sampleNetwork,
  scratch: scratchFolder,
  endWith: (code) => {
    process.exitCode = code;
  },
});

releaseCommands(program, {
  effects,
  sampleNetwork,
  print,
  from,
  scratch: scratchFolder,
  endWith: (code) => {
    process.exitCode = code;
  },
});

program
  .command("rekey")
  .description("make everything a network holds again under a new key, which then takes the place of the old one")
  .option("--network <file>", "network.yaml", sampleNetwork)
  .action(({ network }) => changeKey(network));

program
  .command("preview")
  .description("serve a built site on this machine only")
  .option("--network <file>", "network.yaml", sampleNetwork)
  .option("--audience <folder>", "staff, funders or agency/<id>", audience, "staff")
  .option("--port <number>", "port on 127.0.0.1", wholeNumber, 4173)
  .action(async ({ network, audience: folder, port }) => {
    const site = path.join(placesOf(readNetwork(network), process.env).site, folder);
    if (!existsSync(site)) throw new Error(`there is no site yet at ${from(site)}: run npm start first`);
    const { url } = await servePreview(site, port);
    print(`The site of ${folder} is at ${url} (on this machine only). Ctrl-C ends it.`);
  });

program
  .command("version")
  .description("print the version of the code")
  .action(() => {
    print(codeVersion(projectRoot));
  });

function exitCodeOf(error: unknown): number {
  const { code, exitCode } = error as { code?: string; exitCode?: number };
  if (code?.startsWith("commander.")) return exitCode ?? 1;
  if (error instanceof ConfigurationError) {
    const mistakes = error.mistakes.map(
      ({ file, line, column, says }) => `${visible(`${from(file)}:${line}:${column} ${says}`)}\n`,
    );
    const howMany = `The configuration has ${mistakes.length} mistake${mistakes.length === 1 ? "" : "s"}:\n`;
    process.stderr.write(howMany + mistakes.join(""));
    return 2;
  }
  process.stderr.write(`${visible((error as Error).message.split("\n")[0]!)}\n`);
  return error instanceof RunInProgress ? 3 : 1;
}

for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const) {
  process.once(signal, () => {
    process.stderr.write("\ninterrupted: the last publication stays as it is, and the next run starts clean\n");
    process.exit(code);
  });
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

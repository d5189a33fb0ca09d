import path from "node:path";
import type { Command } from "commander";
import { type Network, readNetwork } from "./read-network.ts";
import { release } from "./release.ts";
import { type RunOptions, run } from "./run.ts";
import type { Effects } from "./stages.ts";
import { count } from "./summary.ts";
import { type Verified, verify } from "./verify.ts";
import { visible } from "./visible.ts";

/** What these commands need of the outside. */
export interface Outside {
  effects: Effects;
  sampleNetwork: string;
  print(line: string): void;
  /** A path as it is said on the command line. */
  from(file: string): string;
  /** A new folder that is gone when the process ends. */
  scratch(): string;
  endWith(code: number): void;
}

interface ReleaseCommand {
  network: string;
  withoutSite?: boolean;
  restate?: string;
}

/** Adds the commands about numbered releases. */
export function releaseCommands(
  program: Command,
  { effects, sampleNetwork, print, from, scratch, endWith }: Outside,
): void {
  const runAgain = async (network: Network, options: RunOptions) => {
    const record = await run(network, effects, options);
    if (record.outcome === "failed") throw new Error(record.error ?? `${record.run} failed`);
  };
  program
    .command("release")
    .description("make the next numbered release of what the last run published")
    .option("--network <file>", "network.yaml", sampleNetwork)
    .option("--without-site", "tables and ledger alone, without the sites")
    .option("--restate <period>", "count a closed quarter or program year again, as 2025-Q3 or PY2025")
    .action(async ({ network: file, withoutSite, restate }: ReleaseCommand) => {
      const network = readNetwork(file);
      if (restate !== undefined) await runAgain(network, { restate: [restate], withoutSite: withoutSite === true });
      const made = await release(network, effects, { withoutSite: withoutSite === true });
      for (const line of made.changes.trimEnd().split("\n")) print(visible(line));
      print("");
      print(`Release ${made.release}: ${count(made.files)} files in ${from(path.resolve(made.folder))}`);
    });

  program
    .command("verify")
    .description("make a release again from the sealed inbox and say which bytes differ: none, or it fails")
    .argument("<release>", "its number")
    .option("--network <file>", "network.yaml", sampleNetwork)
    .action(async (number: string, { network: file }: { network: string }) => {
      if (!/^[1-9]\d{0,5}$/.test(number)) throw new Error(`not a number of a release: ${number}`);
      const verified = await verify(readNetwork(file), effects, Number(number), scratch());
      for (const line of verifiedLines(Number(number), verified)) print(visible(line));
      if (verified.differ.length > 0) endWith(1);
    });
}

/** What came of making a release again, as lines to read. */
export function verifiedLines(release: number, { code, files, differ }: Verified): string[] {
  const other =
    code.made_by === code.now
      ? []
      : [
          `Release ${release} was made by the code ${code.made_by}, and this is ${code.now}: some bytes may differ for that alone.`,
        ];
  if (differ.length === 0) return [...other, `Release ${release}: ${count(files)} files, every byte the same.`];
  return [
    ...other,
    `Release ${release}: ${count(differ.length)} of ${count(files)} files differ from what the sealed inbox makes:`,
    ...differ.map(({ path: name, is }) => `  ${name}: ${is}`),
  ];
}

import path from "node:path";
import type { Command } from "commander";
import { readNetwork } from "./read-network.ts";
import { release } from "./release.ts";
import type { Effects } from "./stages.ts";
import { count } from "./summary.ts";
import { visible } from "./visible.ts";

/** What these commands need of the outside. */
export interface Outside {
  effects: Effects;
  sampleNetwork: string;
  print(line: string): void;
  /** A path as it is said on the command line. */
  from(file: string): string;
  endWith(code: number): void;
}

/** Adds the commands about numbered releases. */
export function releaseCommands(program: Command, { effects, sampleNetwork, print, from }: Outside): void {
  program
    .command("release")
    .description("make the next numbered release of what the last run published")
    .option("--network <file>", "network.yaml", sampleNetwork)
    .option("--without-site", "tables and ledger alone, without the sites")
    .action(async ({ network: file, withoutSite }: { network: string; withoutSite?: boolean }) => {
      const network = readNetwork(file);
      const made = await release(network, effects, { withoutSite: withoutSite === true });
      for (const line of made.changes.trimEnd().split("\n")) print(visible(line));
      print("");
      print(`Release ${made.release}: ${count(made.files)} files in ${from(path.resolve(made.folder))}`);
    });
}

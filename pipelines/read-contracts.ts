import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { contractMistakes } from "../models/contracts/contract-mistakes.ts";
import { OutcomeContract } from "../models/contracts/outcome-contract.ts";
import type { Part } from "./lenient.ts";
import type { Partner } from "./network.ts";
import { type Checked, type Mistake, readYaml } from "./read-yaml.ts";

/** The outcome contracts of a network: the files of its folder `contracts`, none where there is no such folder. */
export interface ContractsRead {
  files: readonly string[];
  contracts: readonly OutcomeContract[];
  mistakes: readonly Mistake[];
}

/** What of the partners has the right form. */
type Partners = readonly (Part<Partner> | undefined)[];

/** Reads and checks every file of `contracts/`, each named for its contract; providers and programs are those of the partners. */
export function readContracts(folder: string, partners: Partners): ContractsRead {
  const place = path.join(folder, "contracts");
  const names = existsSync(place) ? readdirSync(place).filter((each) => /\.ya?ml$/.test(each)) : [];
  const files = names.sort().map((each) => path.join(place, each));
  const read = files.map((file) => readYaml(file, OutcomeContract));
  const mistakes = read.flatMap((checked, at) => [
    ...checked.mistakes,
    ...nameMistakes(checked, files[at]!),
    ...providerMistakes(checked, partners),
    ...(checked.value ? contractMistakes(checked.value).map(({ where, says }) => checked.at(where, says)) : []),
  ]);
  const contracts = mistakes.length === 0 ? read.flatMap(({ value }) => value ?? []) : [];
  return { files, contracts, mistakes };
}

function nameMistakes({ part, at }: Checked<OutcomeContract>, file: string): Mistake[] {
  const isNamed = part?.id === undefined || path.parse(file).name === part.id;
  return isNamed ? [] : [at(["id"], `the file is not named for ${part.id}`)];
}

function providerMistakes({ part, at }: Checked<OutcomeContract>, partners: Partners): Mistake[] {
  const { provider, programs = [] } = part ?? {};
  if (provider === undefined || partners.some((partner) => partner?.id === undefined)) return [];
  const partner = partners.find((each) => each?.id === provider);
  if (!partner) return [at(["provider"], `${provider} is not a partner of the network`)];
  const own = partner.programs?.map((program) => program?.id);
  if (own === undefined || own.includes(undefined)) return [];
  return programs.flatMap((program, index) =>
    program === undefined || own.includes(program)
      ? []
      : [at(["programs", index], `${program} is not a program of ${provider}`)],
  );
}

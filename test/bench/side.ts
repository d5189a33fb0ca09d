import process from "node:process";
import { readNetwork } from "../../pipelines/read-network.ts";
import { byHand } from "./by-hand.ts";
import { ours } from "./ours.ts";

// The child process that does the work of one side, result as JSON on standard output: `node side.ts ours <folder>`.
process.umask(0o077);
const [side, folder] = process.argv.slice(2) as [string, string];
const result =
  side === "ours" ? await ours(folder) : await byHand(folder, readNetwork(`${folder}/network.yaml`).memory);
process.stdout.write(JSON.stringify(result));

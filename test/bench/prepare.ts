import { cpSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { makeSample, type SampleSummary } from "../../data/sample/make-sample.ts";

const data = path.resolve(import.meta.dirname, "..", "..", "data");

/** Makes a folder anew with the sample network's configuration and the files of so many people. */
export async function prepare(folder: string, people: number, seed: number): Promise<SampleSummary> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(data, "network.yaml"), path.join(folder, "network.yaml"));
  cpSync(path.join(data, "partners"), path.join(folder, "partners"), { recursive: true });
  return makeSample({ out: path.join(folder, "sample", "out"), people, seed });
}

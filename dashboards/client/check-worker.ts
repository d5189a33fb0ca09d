import "./without-eval.ts";
import { type CheckedAs, type CheckedFile, checkFile } from "../../pipelines/check/by-row/check-file.ts";
import { NotReadHere } from "../../pipelines/check/by-row/not-read-here.ts";
import { templateFeed } from "../../pipelines/check/by-row/template-feed.ts";
import { PART } from "../../pipelines/check/by-row/text-file.ts";
import { advice, outcome, what } from "../../pipelines/findings.ts";
import type { Against, CheckAnswer, CheckRequest, ReasonGroup } from "./check-messages.ts";
import { findingsCsv } from "./findings-csv.ts";

/** Rows named for each reason. */
const NAMED = 8;

const say = (answer: CheckAnswer) => self.postMessage(answer);
const bytesOf = async (file: Blob, from: number, to: number) =>
  new Uint8Array(await file.slice(from, to).arrayBuffer());

self.onmessage = async ({ data: { file, against } }: MessageEvent<CheckRequest>) => {
  try {
    say(checked(await checkFile(file.name, file, await checkedAs(file, against), parts)));
  } catch (error) {
    if (error instanceof NotReadHere) say({ kind: "other", is: error.what });
    else say({ kind: "failed", because: String((error as Error).message) });
  }
};

/** The parts of a file, each said to be read; of files out of a zip folder that is not said. */
async function* parts(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += PART) {
    yield await bytesOf(file, at, at + PART);
    if (file instanceof File) say({ kind: "reading", read: Math.min(at + PART, file.size), of: file.size });
  }
}

async function checkedAs(file: File, against: Against): Promise<CheckedAs> {
  if (!("template" in against)) return against;
  const lenient = { safe_harbor: false, refuses_ages: false, generalises_zips: false };
  const screening = { ...lenient, ages: [], zips: [], states: [] };
  return { partner: "", feed: await templateFeed(against.template, file), screening };
}

function checked(file: CheckedFile): CheckAnswer {
  const { name, records, findings } = file;
  return {
    kind: "checked",
    name,
    outcome: file.outcome,
    records,
    findings: findings.map((each) => ({ outcome: outcome(each), what: what(each), advice: advice(each) })),
    groups: grouped(file),
    csv: findingsCsv(file),
  };
}

function grouped({ reasons }: CheckedFile): ReasonGroup[] {
  const groups = new Map<string, ReasonGroup & { first: number[] }>();
  for (const { file, row, column, says } of reasons) {
    const key = `${file}\0${column}\0${says}`;
    const group = groups.get(key) ?? { file, column, says, rows: 0, first: [] };
    groups.set(key, group);
    group.rows += 1;
    if (group.first.length < NAMED) group.first.push(row);
  }
  return [...groups.values()].sort((a, b) => b.rows - a.rows);
}

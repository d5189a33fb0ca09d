import "./without-eval.ts";
import { type CheckedFile, FileCheck, PART } from "../../pipelines/check/by-row/check-file.ts";
import { otherKind } from "../../pipelines/check/by-row/file-kind.ts";
import { templateFeed } from "../../pipelines/check/by-row/template-feed.ts";
import { advice, outcome, what } from "../../pipelines/findings.ts";
import type { Against, CheckAnswer, CheckRequest, ReasonGroup } from "./check-messages.ts";
import { findingsCsv } from "./findings-csv.ts";

/** Rows named for each reason. */
const NAMED = 8;

const say = (answer: CheckAnswer) => self.postMessage(answer);
const bytesOf = async (file: File, from: number, to: number) =>
  new Uint8Array(await file.slice(from, to).arrayBuffer());

self.onmessage = async ({ data: { file, against } }: MessageEvent<CheckRequest>) => {
  try {
    const beginning = await bytesOf(file, 0, PART);
    const other = otherKind(beginning);
    say(other ? { kind: "other", is: other } : checked(await check(file, checkOf(file, against, beginning))));
  } catch (error) {
    say({ kind: "failed", because: String((error as Error).message) });
  }
};

function checkOf({ name }: File, against: Against, beginning: Uint8Array): FileCheck {
  if (!("template" in against)) return new FileCheck(name, against);
  const screening = {
    safe_harbor: false,
    refuses_ages: false,
    ages: [],
    zips: [],
    generalises_zips: false,
    states: [],
  };
  return new FileCheck(name, { partner: "", feed: templateFeed(against.template, beginning), screening });
}

async function check(file: File, checks: FileCheck): Promise<CheckedFile> {
  for (let at = 0; at < file.size; at += PART) {
    checks.add(await bytesOf(file, at, at + PART));
    say({ kind: "reading", read: Math.min(at + PART, file.size), of: file.size });
  }
  return checks.end();
}

function checked(file: CheckedFile): CheckAnswer {
  const { name, counts, findings } = file;
  return {
    kind: "checked",
    name,
    outcome: file.outcome,
    counts,
    findings: findings.map((each) => ({ outcome: outcome(each), what: what(each), advice: advice(each) })),
    groups: grouped(file),
    csv: findingsCsv(file),
  };
}

function grouped({ reasons }: CheckedFile): ReasonGroup[] {
  const groups = new Map<string, ReasonGroup & { first: number[] }>();
  for (const { row, column, says } of reasons) {
    const key = `${column}\0${says}`;
    const group = groups.get(key) ?? { column, says, rows: 0, first: [] };
    groups.set(key, group);
    group.rows += 1;
    if (group.first.length < NAMED) group.first.push(row);
  }
  return [...groups.values()].sort((a, b) => b.rows - a.rows);
}

import { createHash } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { deidentify } from "../../../pipelines/deidentify/deidentify.ts";
import { sentence } from "../../../pipelines/findings.ts";
import { findDeliveries } from "../../../pipelines/pull/deliveries.ts";
import { underShownNames } from "../../../pipelines/receive/shown-names.ts";
import { peopleFile, SmallNetwork, said, token } from "../../support/small-network.ts";

let small: SmallNetwork;
beforeEach(() => {
  small = new SmallNetwork();
});
afterEach(() => small.remove());

const unreadable =
  "people.csv: the file cannot be read, because it is not there. Put it into the folder again, readable for the pipeline; every run tries anew.";

test("a file that vanishes while it is read is stopped, the last good one stays in use and the others go on", async () => {
  small.partner("school");
  small.send("hub/people.csv", peopleFile(1));
  await small.take();
  small.send("hub/people.csv", peopleFile(1, 2));
  small.send("school/people.csv", peopleFile(3));
  const taken = await small.take((says) => {
    if (says.includes("hub/")) rmSync(small.path("exports/hub/people.csv"));
  });
  expect(said(taken.fresh)).toEqual([
    [
      "hub/people.csv stopped",
      unreadable,
      'The last good file of the feed "people" stays in use (people.csv of 2026-01-01).',
    ],
    ["school/people.csv accepted"],
  ]);
  expect(taken.stopped).toHaveLength(1);
  expect(await small.load(taken)).toEqual({ records: 2, aside: [] });
  small.send("hub/people.csv", peopleFile(1, 2));
  const again = await small.take();
  expect(said(again.fresh)).toEqual([["hub/people.csv accepted"]]);
  expect([again.stopped, await small.load(again)]).toEqual([[], { records: 3, aside: [] }]);
});

test("a file that vanishes between two readings is stopped too", async () => {
  small.send("hub/people.csv", peopleFile(1));
  const file = small.path("exports/hub/people.csv");
  const taken = small.take(() => setImmediate(() => rmSync(file, { force: true })));
  expect((await taken).fresh.map(({ outcome }) => outcome)).toEqual(["stopped"]);
});

test("a sealed file that is lost is stopped when it is to be converted again; what was made of it stays in use", async () => {
  small.send("hub/people.csv", peopleFile(1, 2));
  small.send("hub/people-b.csv", peopleFile(3));
  const first = await small.take();
  const sealed = first.fresh.find(({ name }) => name === "people.csv")!.hash;
  rmSync(small.path("exports/hub/people.csv"));
  rmSync(small.path(`inbox/${sealed}`));
  small.partner("hub", [small.peopleFeed({ stop_above: 0.2 })]);
  const lost = `people.csv: it is to be converted again, and its sealed copy inbox/${sealed} cannot be read, because it is not there. Bring the copy back from a backup, or put the file into the partner's folder again; every run tries anew.`;
  const kept = 'The last good file of the feed "people" stays in use (people.csv of 2026-01-01).';
  for (const fresh of [
    [["hub/people-b.csv accepted"], ["hub/people.csv stopped", lost, kept]],
    [["hub/people.csv stopped", lost, kept]],
  ]) {
    const taken = await small.take();
    expect(said(taken.fresh)).toEqual(fresh);
    expect([taken.stopped.length, (await small.load(taken)).records]).toEqual([1, 3]);
  }
  small.send("hub/people.csv", peopleFile(1, 2));
  expect((await small.take()).stopped).toEqual([]);
});

test("a sealed file that was changed is not converted", async () => {
  small.send("hub/people.csv", peopleFile(1));
  const { hash } = (await small.take()).fresh[0]!;
  rmSync(small.path("exports/hub/people.csv"));
  rmSync(small.path(`inbox/${hash}`));
  writeFileSync(small.path(`inbox/${hash}`), peopleFile(1, 2));
  small.partner("hub", [small.peopleFeed({ stop_above: 0.2 })]);
  expect((await small.take()).fresh[0]!.findings[0]!.code).toBe("sealed-file-lost");
});

test("what is sealed is not read again while contract, mapping and key stay the same", async () => {
  small.send("hub/people.csv", peopleFile(1));
  const { hash } = (await small.take()).fresh[0]!;
  small.send("hub/people.csv", peopleFile(2));
  await small.take();
  rmSync(small.path(`inbox/${hash}`));
  const taken = await small.take();
  expect([taken.fresh, taken.stopped, taken.inUse.length]).toEqual([[], [], 2]);
});

test("rows that are in a receipt and not in its Parquet stop the run and name the file", async () => {
  small.send("hub/people.csv", peopleFile(1, 2));
  small.send("hub/people-b.csv", peopleFile(3));
  const taken = await small.take();
  const [a, b] = taken.inUse;
  const parquet = (intake: string) => small.path(`intake/${intake}/person.parquet`);
  writeFileSync(parquet(b!.intake), readFileSync(parquet(a!.intake)));
  await expect(small.load(taken)).rejects.toThrow(
    `hub/${b!.name}: ${b!.converted[0]!.accepted} rows of person were accepted and ${a!.converted[0]!.accepted} can be loaded; delete`,
  );
  rmSync(parquet(b!.intake));
  await expect(small.load(taken)).rejects.toThrow(`hub/${b!.name}:`);
});

test("a network in a folder whose name has characters beyond the basic plane loads like any other", async () => {
  const parent = mkdtempSync(path.join(tmpdir(), "common-measure-🌻🌻-"));
  const sunny = new SmallNetwork(parent);
  sunny.send("hub/people.csv", peopleFile(1, 2));
  expect(await sunny.load(await sunny.take())).toEqual({ records: 2, aside: [] });
  rmSync(parent, { recursive: true });
});

test("a stopped file counts until it is mended, withdrawn, or its feed or partner leaves the configuration", async () => {
  const bad = "Person\nnonsense\n";
  small.partner("school");
  for (const partner of ["hub", "school"]) small.send(`${partner}/people.csv`, bad);
  const counted = async () => {
    const taken = await small.take();
    return [taken.stopped.map(({ partner }) => partner), (await small.load(taken)).aside.length];
  };
  expect(await counted()).toEqual([["hub", "school"], 2]);
  expect(await counted()).toEqual([["hub", "school"], 2]);
  rmSync(small.path("exports/hub/people.csv"));
  expect(await counted()).toEqual([["school"], 1]);
  rmSync(small.path("partners/school.yaml"));
  expect(await counted()).toEqual([[], 0]);
});

test("what fits no feed is said, for each partner; hidden files are nobody's business", async () => {
  for (const name of ["notes.txt", "old.xlsx", ".DS_Store", "people.csv"]) small.send(`hub/${name}`, peopleFile(1));
  symlinkSync("/etc/hostname", small.path("exports/hub/people-link.csv"));
  small.partner("school");
  rmSync(small.path("exports/school"), { recursive: true });
  small.partner("clinic");
  const { found } = await small.take();
  expect(found.map((finding) => `${finding.partner}: ${sentence(finding)}`)).toEqual([
    "hub: 3 files or links belong to no feed and are passed over: notes.txt, old.xlsx, people-link.csv. Correct the name or the pattern under files in the partner's YAML, replace links by files, or take them out of the folder.",
    "school: The folder exports/school cannot be read, because it is not there. What was received before stays in use; correct the folder in the partner's YAML, or its permissions.",
  ]);
});

test("a folder in the place of a file that a feed expects is said; other folders are nobody's business", async () => {
  for (const name of ["people.csv", "archive", ".people.csv"]) mkdirSync(small.path(`exports/hub/${name}`));
  const { found } = await small.take();
  expect(found.map(sentence)).toEqual([
    'people.csv: this is a folder, and it is named like a file of the feed "people", so nothing in it is read. Put the file itself in the place of the folder, or give the folder another name.',
  ]);
});

test("what cannot be seen in a file's name is spelled out wherever the name is kept or said, and the file is read", async () => {
  const signs = "\u001b[31m\u202e\n";
  const updates: string[] = [];
  small.partner("hub", [small.peopleFeed(), small.peopleFeed({ id: "twice", files: "*twice*" })]);
  for (const name of [`people${signs}.csv`, `people-twice${signs}.csv`, `stray${signs}`])
    small.send(`hub/${name}`, peopleFile(1));
  mkdirSync(small.path(`exports/hub/people-folder${signs}.csv`));
  const taken = await small.take((says) => updates.push(says));
  const spelled = "\\u{1b}[31m\\u{202e}\\u{a}";
  expect(said(taken.fresh).map(([first]) => first)).toEqual([
    `hub/people${spelled}.csv accepted`,
    `hub/people-twice${spelled}.csv stopped`,
    `hub/people-twice${spelled}.csv stopped`,
  ]);
  expect(taken.found.map(({ facts }) => facts)).toEqual([
    { files: 1, first: [`stray${spelled}`] },
    { folder: `people-folder${spelled}.csv`, feeds: ["people"] },
  ]);
  const texts = JSON.stringify([said(taken.fresh), taken, updates]);
  for (const sign of ["\\u001b", "\u202e", "\\n"]) expect(texts).not.toContain(sign);
  expect((await small.load(taken)).records).toBe(1);
  expect((await small.take()).fresh.map(({ outcome }) => outcome)).toEqual(["stopped", "stopped"]);
});

test("a partner's folder that cannot be read leaves what it sent before in use", async () => {
  small.send("hub/people.csv", peopleFile(1));
  await small.take();
  rmSync(small.path("exports/hub"), { recursive: true });
  writeFileSync(small.path("exports/hub"), "");
  const taken = await small.take();
  expect(taken.found.map(({ code, facts }) => [code, facts])).toEqual([
    ["unreadable-folder", { folder: "exports/hub", because: "it is not a folder" }],
  ]);
  expect((await small.load(taken)).records).toBe(1);
});

test("a file that fits two feeds is read for neither, and says which", async () => {
  small.partner("hub", [small.peopleFeed(), small.peopleFeed({ id: "old-people", files: "*-old.csv" })]);
  small.send("hub/people-old.csv", peopleFile(1));
  small.send("hub/people.csv", peopleFile(2));
  const taken = await small.take();
  const says =
    "people-old.csv: the file fits the patterns of 2 feeds (people, old-people), so it is read for none of them. Narrow the patterns under files in the partner's YAML, so that every file fits one feed.";
  expect(said(taken.fresh)).toEqual([
    ["hub/people-old.csv stopped", says],
    ["hub/people.csv accepted"],
    ["hub/people-old.csv stopped", says],
  ]);
  small.partner("hub", [
    small.peopleFeed({ files: "people.csv" }),
    small.peopleFeed({ id: "old-people", files: "*-old.csv" }),
  ]);
  const mended = await small.take();
  expect([mended.stopped, (await small.load(mended)).records]).toEqual([[], 2]);
});

test("a full snapshot that leaves less than the agreed share is stopped, and taken when the partner's YAML says so", async () => {
  const sends = "full_snapshot";
  small.partner("hub", [small.peopleFeed({ sends })]);
  small.send("hub/people.csv", peopleFile());
  await small.take();
  small.send("hub/people.csv", peopleFile(1, 2, 3, 4));
  await small.take();
  small.send("hub/people.csv", peopleFile(1, 2));
  expect(said((await small.take()).fresh)).toEqual([["hub/people.csv accepted"]]);
  small.send("hub/people.csv", peopleFile());
  const emptied = await small.take();
  expect(said(emptied.fresh)).toEqual([
    [
      "hub/people.csv stopped",
      "people.csv: the full snapshot has 0 person records where 2 are in use, less than the agreed 50 %. Send the whole export again; if so many are really gone, set stop_below for this feed to a smaller share (0 accepts any) in the partner's YAML.",
      'The last good file of the feed "people" stays in use (people.csv of 2026-01-03).',
    ],
  ]);
  expect([emptied.stopped.length, (await small.load(emptied)).records]).toEqual([1, 2]);
  expect((await small.take()).fresh).toEqual([]);
  small.partner("hub", [small.peopleFeed({ sends, stop_below: 0 })]);
  const meant = await small.take();
  expect([meant.stopped.length, (await small.load(meant)).records]).toEqual([0, 0]);
  small.partner("hub", [small.peopleFeed({ sends })]);
  expect((await small.load(await small.take())).records).toBe(0);
});

test("a full snapshot under a new name is measured against the one it replaces, and a partial export against nothing", async () => {
  small.partner("hub", [small.peopleFeed({ sends: "full_snapshot" })]);
  small.partner("school");
  for (const partner of ["hub", "school"]) small.send(`${partner}/people-1.csv`, peopleFile(1, 2, 3, 4));
  await small.take();
  for (const partner of ["hub", "school"]) {
    rmSync(small.path(`exports/${partner}/people-1.csv`));
    small.send(`${partner}/people-2.csv`, peopleFile(1));
  }
  const taken = await small.take();
  expect(taken.fresh.map(({ partner, outcome }) => [partner, outcome])).toEqual([
    ["hub", "stopped"],
    ["school", "accepted"],
  ]);
  expect((await small.load(taken)).records).toBe(8);
});

const snapshot = (settings: object = {}) =>
  small.partner("hub", [small.peopleFeed({ sends: "full_snapshot", ...settings })]);

/** A full snapshot of two files, the first of which holds most of it. */
async function twoFiles(): Promise<void> {
  snapshot();
  small.send("hub/people-a.csv", peopleFile(1, 2, 3, 4, 5));
  small.send("hub/people-b.csv", peopleFile(6));
  await small.take();
}

const stay =
  'The last good files of the feed "people" stay in use (people-a.csv of 2026-01-01, people-b.csv of 2026-01-01).';
const leaves = (file: string, now: number) =>
  `${file}: the full snapshot has ${now} person records where 6 are in use, less than the agreed 50 %. Send the whole export again; if so many are really gone, set stop_below for this feed to a smaller share (0 accepts any) in the partner's YAML.`;

test("all files of a full snapshot stay in use while what came in their place is stopped, and are what it is measured with", async () => {
  await twoFiles();
  for (const name of ["a", "b"]) rmSync(small.path(`exports/hub/people-${name}.csv`));
  small.send("hub/people-new.csv", peopleFile(1).replace("Person", "Person,Odd"));
  const stopped = await small.take();
  expect(said(stopped.fresh)).toEqual([
    ["hub/people-new.csv stopped", expect.stringContaining('the column "Odd"'), stay],
  ]);
  expect((await small.load(stopped)).records).toBe(6);
  const again = await small.take();
  expect([again.fresh, again.stopped.length, (await small.load(again)).records]).toEqual([[], 1, 6]);
  small.send("hub/people-new.csv", peopleFile(1, 2));
  const shrunk = await small.take();
  expect(said(shrunk.fresh)).toEqual([["hub/people-new.csv stopped", leaves("people-new.csv", 2), stay]]);
  expect((await small.load(shrunk)).records).toBe(6);
  small.send("hub/people-new.csv", peopleFile(1, 2, 3));
  const mended = await small.take();
  expect([mended.stopped, (await small.load(mended)).records]).toEqual([[], 3]);
});

test("a file that vanishes from a full snapshot takes no more with it than agreed, until the partner's YAML says so", async () => {
  await twoFiles();
  rmSync(small.path("exports/hub/people-a.csv"));
  const killed = small.take(() => {
    throw new Error("killed");
  });
  await expect(killed).rejects.toThrow("killed");
  for (const _ of [1, 2]) {
    const taken = await small.take();
    expect(said(taken.fresh)).toEqual([["hub/people-a.csv stopped", leaves("people-a.csv", 1), stay]]);
    expect([taken.stopped.length, (await small.load(taken)).records]).toEqual([1, 6]);
  }
  snapshot({ stop_below: 0 });
  const meant = await small.take();
  expect([meant.stopped, (await small.load(meant)).records]).toEqual([[], 1]);
  snapshot();
  const since = await small.take();
  expect([since.stopped, (await small.load(since)).records]).toEqual([[], 1]);
});

test("a full snapshot that is gone for a while is measured with what was in use before", async () => {
  await twoFiles();
  for (const name of ["a", "b"]) rmSync(small.path(`exports/hub/people-${name}.csv`));
  expect((await small.load(await small.take())).records).toBe(6);
  small.send("hub/people-b.csv", peopleFile(6));
  rmSync(small.places.intake, { recursive: true });
  const taken = await small.take();
  expect(taken.stopped.map(({ name }) => name)).toEqual(["people-a.csv"]);
  expect((await small.load(taken)).records).toBe(6);
  small.send("hub/people-a.csv", peopleFile(1, 2, 3, 4, 5));
  rmSync(small.path("exports/hub/people-b.csv"));
  const less = await small.take();
  expect([less.stopped, (await small.load(less)).records]).toEqual([[], 5]);
});

test("a mapping that stops what was accepted keeps the accepted one in use, and its place in the order", async () => {
  small.send("hub/people.csv", peopleFile(1, 2));
  await small.take();
  const gender = { person_token: "Person", gender: "Sex" };
  small.partner("hub", [small.peopleFeed({ columns: gender })]);
  const taken = await small.take();
  expect(taken.fresh.map(({ outcome, order }) => [outcome, order])).toEqual([["stopped", 1]]);
  expect([taken.stopped.length, (await small.load(taken)).records]).toEqual([1, 2]);
  rmSync(small.path("exports/hub/people.csv"));
  expect((await small.take()).stopped).toHaveLength(1);
  small.partner("hub");
  const back = await small.take();
  expect([back.stopped, (await small.load(back)).records]).toEqual([[], 2]);
});

test("a file without its header is refused, and no cell of it is in any message, receipt or folder", async () => {
  small.send("hub/people.csv", `${token(1)},Ophelia Quint\n${token(2)},Barnaby Underhill\n`);
  const taken = await small.take();
  expect(taken.fresh.map(({ outcome, findings }) => [outcome, findings.map(({ code }) => code)])).toEqual([
    ["refused", ["no-agreed-column"]],
  ]);
  const kept = ["inbox", "intake"].flatMap((folder) =>
    readdirSync(small.path(folder), { recursive: true, encoding: "utf8" }).map((name) =>
      path.join(small.path(folder), name),
    ),
  );
  const texts = [
    JSON.stringify(taken),
    ...kept.filter((file) => statSync(file).isFile()).map((file) => readFileSync(file, "latin1")),
  ];
  for (const cell of [token(1), token(2), "Ophelia", "Underhill"]) expect(texts.join("\n")).not.toContain(cell);
  expect(readdirSync(small.path("inbox"))).toEqual(["receipts.json"]);
});

const SSN = "412-65-0001";

/** Everything the network keeps outside of the partners' folders, and its names, as one text. */
function kept(): string {
  const files = readdirSync(small.folder, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, file: path.join(entry.parentPath, entry.name) }))
    .filter(({ file }) => !file.startsWith(small.path("exports/")));
  return files.map(({ entry, file }) => `${file}\n${entry.isFile() ? readFileSync(file, "latin1") : ""}`).join("\n");
}

test("the name of a file named for a person is in no message, progress, receipt or folder, whatever feed it is for", async () => {
  const feeds = [small.peopleFeed(), small.peopleFeed({ id: "more-people", files: "*-0001.csv" })];
  const said: string[] = [];
  small.partner("hub", feeds);
  for (const name of [`people-${SSN}.csv`, `stray ${SSN}.txt`]) small.send(`hub/${name}`, peopleFile(1));
  symlinkSync("/etc/hostname", small.path(`exports/hub/link-${SSN}.csv`));
  const taken = await small.take((says) => said.push(says));
  expect(taken.fresh.map(({ outcome, findings }) => [outcome, findings.map(({ code }) => code)])).toEqual([
    ["refused", ["identifying-file-name"]],
    ["refused", ["identifying-file-name"]],
  ]);
  const hash = createHash("sha256").update(peopleFile(1)).digest("hex").slice(0, 8);
  expect(taken.fresh.map(({ name }) => name)).toEqual([`sha256-${hash}`, `sha256-${hash}`]);
  expect(taken.found.map(({ facts }) => facts)).toEqual([{ files: 2, first: [`sha256-${hash}`, "file-2"] }]);
  expect(said).toHaveLength(2);
  expect([JSON.stringify(taken.fresh), JSON.stringify(taken.found), ...said, kept()].join("\n")).not.toContain("412");
  expect((await small.take()).fresh).toEqual([]);
});

test("a file named for a person that cannot be read is named by its place", async () => {
  small.send(`hub/people-${SSN}.csv`, peopleFile(1));
  const { network } = small;
  const found = findDeliveries(network);
  rmSync(small.path(`exports/hub/people-${SSN}.csv`));
  expect((await underShownNames(found)).map(({ name, files }) => [name, files[0]!.name])).toEqual([
    ["file-1", "file-1"],
  ]);
});

test("a Social Security number under a column that is named twice is kept nowhere", async () => {
  small.send("hub/people.csv", `Person,Note,note\n${token(1)},x,${SSN}\n`);
  const taken = await small.take();
  expect(taken.fresh.map(({ outcome, findings }) => [outcome, findings.map(({ code }) => code)])).toEqual([
    ["refused", ["identifier-column", "identifier-column"]],
  ]);
  small.send("hub/people.csv", `Person,Kind,kind\n${token(1)},x,${SSN}\n`);
  const again = await small.take();
  expect(again.fresh.map(({ outcome, findings }) => [outcome, findings.map(({ code }) => code)])).toEqual([
    ["refused", ["identifier-values"]],
  ]);
  expect(readdirSync(small.path("inbox"))).toEqual(["receipts.json"]);
  expect(kept()).not.toContain(SSN);
});

/** Rewrites the receipts as an older screen would have made them. */
function asBefore(change: (text: string) => string): void {
  const { receipts } = small.places;
  const text = change(readFileSync(receipts, "utf8"));
  writeFileSync(receipts, text.replaceAll(/"intake": "(\w+)"/g, '"intake": "before-$1"'));
  for (const name of readdirSync(small.places.intake).filter((each) => !each.startsWith(".")))
    renameSync(path.join(small.places.intake, name), path.join(small.places.intake, `before-${name}`));
}

test.each([true, false])(
  "a sealed file that the screen now refuses is removed with its rows, whether its file is still there: %s",
  async (there) => {
    small.send("hub/people.csv", peopleFile(1, 2));
    await small.take();
    const now = peopleFile(1, 2).replace("Person\n", "Person,SSN\n");
    const hash = (text: string) => createHash("sha256").update(text).digest("hex");
    asBefore((text) => text.replaceAll(hash(peopleFile(1, 2)), hash(now)));
    rmSync(small.path(`inbox/${hash(peopleFile(1, 2))}`));
    writeFileSync(small.path(`inbox/${hash(now)}`), now);
    if (there) small.send("hub/people.csv", now);
    else rmSync(small.path("exports/hub/people.csv"));
    const taken = await small.take();
    expect(said(taken.fresh)).toEqual([
      [
        "hub/people.csv refused",
        expect.stringContaining('the column "SSN" is for a Social Security number'),
        "people.csv: the same file was taken in on 2026-01-01, before it was screened as it is now. Its sealed copy is removed, and the 2 records accepted from it are no longer used.",
      ],
    ]);
    expect([taken.inUse, taken.refused.length]).toEqual([[], 1]);
    expect(readdirSync(small.path("inbox"))).toEqual(["receipts.json"]);
    expect(readdirSync(small.places.intake)).toEqual([".work"]);
    expect((await small.take()).fresh).toEqual([]);
  },
);

test("a file that was accepted under a name that identifies a person is refused, removed and named otherwise", async () => {
  small.send("hub/people-old.csv", peopleFile(1));
  small.send("hub/people.csv", peopleFile(1, 2));
  await small.take();
  asBefore((text) => text.replaceAll("people-old", `people-${SSN}`));
  rmSync(small.path("exports/hub/people-old.csv"));
  const taken = await small.take();
  expect(taken.fresh.map(({ name, outcome }) => [name.slice(0, 6), outcome])).toEqual([
    ["people", "accepted"],
    ["sha256", "refused"],
  ]);
  expect((await small.load(taken)).records).toBe(2);
  expect(readdirSync(small.path("inbox"))).toHaveLength(2);
  expect([JSON.stringify(taken.fresh), kept()].join("\n")).not.toContain(SSN);
});

test("rows on a form nobody knows are set aside with their file and row", async () => {
  const columns = { enrollment_token: "E", person_token: "P", program_id: { constant: "hub-core" }, entered_on: "D" };
  const scores = {
    enrollment_token: "E",
    person_token: "P",
    assessed_on: "D",
    stage: { constant: "initial" },
    instrument: "I",
    domain: "Q",
    answer: { constant: "scored" },
    score: "S",
  };
  const feed = (record: string, of: object) => ({
    id: record.replace("_", "-"),
    record,
    files: `${record}.csv`,
    columns: of,
  });
  small.partner("hub", [small.peopleFeed(), feed("enrollment", columns), feed("assessment_score", scores)]);
  small.send("hub/people.csv", peopleFile(1));
  small.send("hub/enrollment.csv", `E,P,D\n${token(1)},${token(1)},2025-01-01\n`);
  const row = (...cells: string[]) => [token(1), token(1), "2025-01-02", ...cells].join(",");
  small.send(
    "hub/assessment_score.csv",
    ["E,P,D,I,Q,S", row("az-ssm-18", "housing", "2"), row("az-ssm-18", "shelter", "2"), ""].join("\n"),
  );
  expect(await small.load(await small.take(), "assessment_score")).toEqual({
    records: 1,
    aside: ["assessment_score.csv 3 Q unknown_domain"],
  });
});

test("an HMIS file with another delimiter than the format's says so", async () => {
  small.partner("hub", [{ id: "hmis", format: "hmis_csv", files: "*.csv", projects: {} }]);
  small.send("hub/Client.csv", `PersonalID;VeteranStatus;DateDeleted\n${token(1)};1;\n`);
  const [[, says]] = said((await small.take()).fresh) as [string[]];
  expect(says).toBe(
    "Client.csv: the cells seem to be separated by semicolons (;), while the format says commas (,). Export it with commas (,) between its cells and send it again.",
  );
});

test("what an HMIS export refers to and does not hold is named with the file and the column of the export it stands in", async () => {
  const from = path.resolve(import.meta.dirname, "../../fixtures/hmis/export");
  const [, project] = readFileSync(path.join(from, "Project.csv"), "utf8").split(/\r?\n/);
  const projects = { [project!.replaceAll('"', "").split(",")[0]!]: "hub-core" };
  small.partner("hub", [{ id: "hmis", format: "hmis_csv", files: "*.csv", sends: "full_snapshot", projects }]);
  rmSync(small.path("exports/hub"), { recursive: true });
  await deidentify({ from, to: small.path("exports/hub"), key: Buffer.alloc(32, 7), keyId: "test" });
  const { aside } = await small.load(await small.take());
  expect(aside).toEqual(["Enrollment.csv 11 PersonalID unknown_person", "Enrollment.csv 11 PersonalID unknown_person"]);
});

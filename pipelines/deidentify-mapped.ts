import { mkdir, mkdtemp, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { TOKEN_PATTERN } from "../models/contract/field.ts";
import { ageOn } from "./deidentify/age.ts";
import type { Deidentified } from "./deidentify/deidentify.ts";
import { feedDay } from "./deidentify/feed-day.ts";
import type { PartnerKey } from "./deidentify/key.ts";
import { readRecords } from "./deidentify/read-records.ts";
import type { Dropped } from "./deidentify/rewrite-file.ts";
import { tokenMaker } from "./deidentify/token.ts";
import { writeRecords } from "./deidentify/write-records.ts";
import { type MadeAge, madeAges, type Plan, plansOf } from "./deidentify-plan.ts";
import { matchesPattern } from "./file-pattern.ts";
import type { Partner, TableFeed } from "./network.ts";
import { firstForm } from "./screen/first-form.ts";
import { identifierInFileName } from "./screen/screen-file-name.ts";
import { valueForms } from "./screen/value-forms.ts";

/** What a partner's own files are de-identified with. */
export interface MappedOptions {
  /** A file, or a folder of files that fit the mapping's feeds. */
  from: string;
  /** Folder to make; it must not hold anything yet. */
  to: string;
  partner: Pick<Partner, "feeds">;
  key: Pick<PartnerKey, "key" | "keyId">;
  /** The key that partners who link people share; without it no linkage token is made. */
  linkage?: Pick<PartnerKey, "key" | "keyId">;
}

/**
 * Writes a partner's files again with nothing but what its mapping gives a meaning: ids become keyed tokens, dates of birth ages, ages
 * above 90 are 90, and cells that would refuse the file are left empty. All files or none. The same mapping reads what is written, but
 * for tokens whose column's own name identifies: they are under the name of their field.
 */
export async function deidentifyMapped(options: MappedOptions): Promise<Deidentified> {
  const files = await filesOf(options);
  await refuseFull(options.to);
  await mkdir(path.dirname(path.resolve(options.to)), { recursive: true });
  const work = await mkdtemp(`${path.resolve(options.to)}.part-`);
  try {
    const done: Deidentified = { files: 0, rows: 0, dropped: [] };
    for (const { file, feed } of files) {
      const { rows, dropped } = await rewrite(file, path.join(work, path.basename(file)), feed, options);
      done.files += 1;
      done.rows += rows;
      done.dropped.push(...dropped);
    }
    await rmdir(options.to).catch(ignoreMissing);
    await rename(work, options.to);
    return done;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The files with the one feed that each fits. */
async function filesOf({ from, partner }: MappedOptions): Promise<{ file: string; feed: TableFeed }[]> {
  const whole = (await stat(from)).isDirectory();
  const files = whole ? (await readdir(from)).sort().map((name) => path.join(from, name)) : [from];
  const fitting = files.flatMap((file) => {
    const name = path.basename(file);
    const feeds = partner.feeds.filter((feed) => matchesPattern(name, feed.files));
    if (feeds.length > 1) throw new Error(`${name} fits several feeds: ${feeds.map(({ id }) => id).join(", ")}`);
    return feeds.map((feed) => ({ file, feed: tableFeed(feed) }));
  });
  if (fitting.length === 0) throw new Error(`no file of ${from} fits a feed of the mapping`);
  const named = fitting.map(({ file }) => identifierInFileName(path.basename(file))).find((each) => each !== null);
  if (named) throw new Error(`a file is named for ${named}: give it a name that says nothing about a person`);
  return fitting;
}

function tableFeed(feed: Partner["feeds"][number]): TableFeed {
  if (feed.format === "csv" && !("tables" in feed)) return feed;
  throw new Error(`the feed ${feed.id} is of ${feed.format}: name its folder without --mapping`);
}

/** Records of a file with its header first: the one place that knows how a format is read. */
const recordsOf = (file: string, feed: TableFeed): AsyncGenerator<string[]> => readRecords(file, feed.delimiter);

async function rewrite(
  from: string,
  to: string,
  feed: TableFeed,
  options: MappedOptions,
): Promise<{ rows: number; dropped: Dropped[] }> {
  const name = path.basename(from);
  const strays = new Map<string, number>();
  const tokens = tokensOf(options);
  let rows = 0;
  let plans: Plan[] | undefined;
  const records = async function* () {
    let ages: MadeAge[] = [];
    for await (const record of recordsOf(from, feed)) {
      const cells = record.map((cell) => cell.trim());
      if (plans) {
        rows += 1;
        yield [
          ...plans.flatMap((plan, at) => (plan.as === "dropped" ? [] : [cellOf(plan, cells[at]!, tokens, strays)])),
          ...ages.map((age) => madeAge(age, plans!, cells, feed)),
        ];
      } else {
        plans = withLinkage(plansOf(name, cells, feed), options.linkage !== undefined);
        ages = madeAges(plans, feed);
        yield [...plans.filter(({ as }) => as !== "dropped").map(nameOf), ...ages.map(({ column }) => column)];
      }
    }
  };
  await writeRecords(to, records(), feed.delimiter);
  if (!plans) throw new Error(`${name} is empty: export it with its header row`);
  return { rows, dropped: [...leftOut(name, plans), ...emptied(name, strays)] };
}

const nameOf = (plan: Plan) => (plan.as === "token" ? plan.under : plan.column);

/** Without the key that partners share, what would become a linkage token is left out. */
const withLinkage = (plans: readonly Plan[], linked: boolean): Plan[] =>
  plans.map((plan) =>
    plan.as === "token" && plan.of === "linkage" && !linked
      ? { column: plan.column, as: "dropped", identifier: "linkage, for which there is no --linkage-key" }
      : plan,
  );

type Tokens = (of: string, id: string) => string;

function tokensOf({ key, linkage }: MappedOptions): Tokens {
  const own = tokenMaker(key.key, key.keyId);
  const shared = linkage && tokenMaker(linkage.key, linkage.keyId);
  // One identity is written in many ways, and has to come out the same at every partner.
  const same = (id: string) =>
    id
      .normalize("NFKD")
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, "");
  return (of, id) => (of === "linkage" ? shared!(of, same(id)) : own(of, id));
}

const TOKEN = new RegExp(`^${TOKEN_PATTERN}$`);

function cellOf(plan: Exclude<Plan, { as: "dropped" }>, cell: string, tokens: Tokens, strays: Map<string, number>) {
  if (cell === "") return "";
  if (plan.as === "token") return TOKEN.test(cell) ? cell : tokens(plan.of, cell);
  if (plan.as === "age" && /^(?:9[1-9]|1[0-2][0-9])$/.test(cell)) return "90";
  const form = firstForm(cell);
  if (form === null || !refusesAlone(form)) return cell;
  strays.set(plan.column, (strays.get(plan.column) ?? 0) + 1);
  return "";
}

/** Whether one such cell among thousands refuses its file. */
const refusesAlone = (form: number) =>
  valueForms[form]!.refused({
    ...{ rows: 1, filled: 1e6, distinct: 1e6, numbers: 1e6, long_numbers: 1e6, vehicle_numbers: 1e6 },
  });

function madeAge({ born, on }: MadeAge, plans: readonly Plan[], cells: readonly string[], feed: TableFeed): string {
  const day = (column: string) => feedDay(cells[plans.findIndex((plan) => plan.column === column)] ?? "", feed.dates);
  return ageOn(day(born), day(on));
}

const leftOut = (file: string, plans: readonly Plan[]): Dropped[] =>
  plans.flatMap((plan) => {
    if (plan.as === "dropped") return [{ file, column: plan.column, identifier: plan.identifier }];
    const renamed = nameOf(plan) !== plan.column;
    return renamed
      ? [{ file, column: plan.column, identifier: `its tokens are in the column ${nameOf(plan)}: map that one` }]
      : [];
  });

const emptied = (file: string, strays: ReadonlyMap<string, number>): Dropped[] =>
  [...strays].map(([column, cells]) => ({
    file,
    column,
    identifier: `${cells} cell${cells === 1 ? "" : "s"} that would identify a person`,
  }));

async function refuseFull(folder: string) {
  const held = await readdir(folder).catch((error) => ignoreMissing(error) ?? []);
  if (held.length > 0) throw new Error(`the folder ${folder} is not empty: name a new one`);
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
  return undefined;
}

import { recordKind } from "../../models/contract/catalogue.ts";
import type { Field } from "../../models/contract/field.ts";
import type { TableFeed } from "../../pipelines/network.ts";
import { type DateFormat, type Day, dateText, monthText } from "./calendar.ts";
import type { Manner } from "./manner.ts";
import { domains } from "./matrix.ts";
import type { Random } from "./random.ts";
import type { Marks, Row, Value } from "./row.ts";

/** One column of a partner's file: its heading, what it stands for, and how to write a record into it. */
export interface Column {
  heading: string;
  /** The contract's field; undefined in columns of a matrix form and in columns nobody reads. */
  field?: { name: string } & Field;
  domain?: string;
  write: (row: Row, random: Random, marks?: Marks) => string;
}

/** The columns of a feed as the partner writes them: its YAML read backwards. */
export function columnsOf(feed: TableFeed, manner: Manner, dates: DateFormat): Column[] {
  return [...fieldColumns(feed, manner, dates), ...matrixColumns(feed, manner), ...unreadColumns(feed, manner)];
}

function fieldColumns(feed: TableFeed, manner: Manner, dates: DateFormat): Column[] {
  const { fields } = recordKind(feed.record);
  return Object.entries(feed.columns).flatMap(([name, { from, words }]) => {
    if (from === undefined) return [];
    const declared = fields[name];
    if (!declared) throw new Error(`unknown field ${name} in feed ${feed.id}`);
    const field = { name, ...declared };
    const write = words ? spoken(words, manner, feed) : plain(field, manner, dates);
    return [{ heading: from, field, write: (row, random) => write(row[name], random) } satisfies Column];
  });
}

type Writer = (value: Value, random: Random) => string;

function plain(field: Field, manner: Manner, dates: DateFormat): Writer {
  const [yes, no] = manner.yesNo ?? ["yes", "no"];
  const writers: Partial<Record<Field["type"], (value: Value) => string>> = {
    date: (value) => dateText(value as Day, dates),
    month: (value) => monthText(value as Day),
    money: (value) => ((value as number) / 100).toFixed(2),
    boolean: (value) => (value ? yes : no),
  };
  const write = writers[field.type] ?? String;
  return (value) => (value === undefined ? "" : write(value));
}

/** Writes one of the partner's own words for a code, as tidily as its staff type. */
function spoken(words: Readonly<Record<string, string>>, manner: Manner, feed: TableFeed): Writer {
  const choices = new Map<string, string[]>();
  for (const [word, code] of Object.entries(words)) {
    choices.set(code, [...(choices.get(code) ?? []), quoted(word, feed, manner)]);
  }
  return (value, random) => {
    if (value === undefined) return "";
    const known = choices.get(value as string);
    if (!known) throw new Error(`no word for ${value} in feed ${feed.id}`);
    const word = known.length === 1 ? known[0]! : random.pick(known);
    return manner.untidy && random.chance(manner.untidy) ? typedInHaste(word, random) : word;
  };
}

function typedInHaste(word: string, random: Random): string {
  if (word.startsWith('"')) return word;
  return random.pick([`${word} `, ` ${word}`, word.toUpperCase(), word.toLowerCase(), `${word}  `]);
}

function matrixColumns({ wide, ...feed }: TableFeed, manner: Manner): Column[] {
  if (!wide) return [];
  const [yes] = manner.yesNo ?? ["yes"];
  const levels = Object.entries(wide.domains).map(([domain, heading]): Column => {
    const at = domains.indexOf(domain);
    const texts = [wide.not_applicable[0] ?? "", ...levelWords(wide.levels, domain)].map((text) =>
      quoted(text, feed, manner),
    );
    return { heading, domain, write: (_row, _random, marks) => texts[marks?.levels[at] ?? -1] ?? "" };
  });
  const goals = Object.entries(wide.goals).map(([domain, heading]): Column => {
    const at = domains.indexOf(domain);
    return { heading, write: (_row, _random, marks) => (marks?.goals.has(at) ? yes : "") };
  });
  return [...levels, ...goals];
}

/** Words that the form uses in one domain only. */
const WORD_OF_ONE_DOMAIN: Readonly<Record<string, string>> = {
  "Not applicable due to crisis situation; in 'survival' mode": "community",
  Thriving: "disabilities",
};

function levelWords(words: Readonly<Record<string, number>>, domain: string): string[] {
  return [1, 2, 3, 4, 5].map((level) => {
    const fitting = Object.keys(words).filter((word) => words[word] === level);
    const own = fitting.find((word) => WORD_OF_ONE_DOMAIN[word] === domain);
    return own ?? fitting.find((word) => !WORD_OF_ONE_DOMAIN[word]) ?? String(level);
  });
}

function unreadColumns(feed: TableFeed, manner: Manner): Column[] {
  return feed.ignore.map((heading) => {
    const fillers = (manner.fillers?.[heading] ?? [""]).map((text) => quoted(text, feed, manner));
    return { heading, write: (_row, random) => random.pick(fillers) };
  });
}

/** A cell as it stands in the file; where a partner puts quotation marks around everything, the writer adds them. */
export function quoted(text: string, { delimiter }: Pick<TableFeed, "delimiter">, { quotesAll }: Manner): string {
  const inner = text.replaceAll('"', '""');
  if (quotesAll || (!text.includes(delimiter) && !/["\r\n]/.test(text))) return inner;
  return `"${inner}"`;
}

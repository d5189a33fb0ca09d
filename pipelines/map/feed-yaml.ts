import { visible } from "../visible.ts";
import type { ReadWords } from "./code-words.ts";
import type { ProposedFeed } from "./propose-feed.ts";
import type { ProposedColumn, ProposedTable } from "./propose-table.ts";
import { type NamedPrograms, participantLines, projectLines } from "./public-feed-yaml.ts";
import { TODO } from "./todo.ts";
import type { WideForm } from "./wide-form.ts";
import { yamlText } from "./yaml-text.ts";

/** The lines of one feed in a partner's YAML. */
export function feedLines(feed: ProposedFeed, programs: NamedPrograms): string[] {
  return [
    `  - id: ${feed.id}`,
    `    files: ${JSON.stringify(feed.files)}`,
    "    # sends: full_snapshot  # where each file holds everything, so that what a later one leaves out is gone",
    ...Object.entries(feed.written).map(([setting, value]) => `    ${setting}: ${plainOrQuoted(value)}`),
    ...feed.passed.map((says) => `    ${TODO} a sheet is left out here. ${visible(says)}`),
    ...indented(4, contentLines(feed, programs)),
  ];
}

const plainOrQuoted = (value: string) => (value.length > 1 ? yamlText(value) : JSON.stringify(value));

function contentLines(feed: ProposedFeed, programs: NamedPrograms): string[] {
  if (feed.projects) return projectLines(feed.projects, programs);
  if (feed.participants) return participantLines(feed.participants, programs);
  const [first, ...rest] = feed.tables;
  if (rest.length === 0) return [...placeLines(first), ...tableLines(first)];
  return ["tables:", ...feed.tables.flatMap(listedTable)];
}

/** A table in a list of them. */
function listedTable(table: ProposedTable): string[] {
  const [place, ...more] = placeLines(table);
  return [`  - ${place}`, ...indented(4, [...more, ...tableLines(table)])];
}

const indented = (by: number, lines: readonly string[]) => lines.map((line) => `${" ".repeat(by)}${line}`);

const placeLines = ({ inside, sheet }: ProposedTable) => [
  ...(inside === undefined ? [] : [`inside: ${yamlText(inside)}`]),
  ...(sheet === undefined ? [] : [`sheet: ${yamlText(sheet)}`]),
];

function tableLines(table: ProposedTable): string[] {
  const { record, confidence, rivals, dates } = table;
  return [
    ...(rivals.length > 0 ? [`${TODO} the records may be of another kind: ${rivals.join(", ")}.`] : []),
    `record: ${record}  # ${sure(confidence)}`,
    ...(dates?.ambiguous
      ? [`${TODO} no day is above 12, so day and month may have changed places: MM/DD/YYYY or DD/MM/YYYY.`]
      : []),
    ...(dates ? [`dates: ${dates.format}`] : []),
    "columns:",
    ...table.columns.flatMap(columnLines),
    ...table.missing.flatMap(missingLines),
    ...(table.wide ? wideLines(table.wide) : []),
    ...leftLines(table),
  ];
}

const sure = (confidence: number) => confidence.toFixed(2);

function columnLines(column: ProposedColumn): string[] {
  if ("constant" in column) return [`  ${column.field}: { constant: ${yamlText(column.constant)} }`];
  const { field, from, confidence, words, text } = column;
  const told = words ? needed(words, text === true) : [];
  if (told.length === 0)
    return [`  ${field}: ${yamlText(from)}  # ${sure(confidence)}`, ...(words ? undecidedWords(words) : [])];
  return [
    `  ${field}:`,
    `    from: ${yamlText(from)}  # ${sure(confidence)}`,
    "    words:",
    ...told.map(([word, code]) => `      ${yamlText(word)}: ${yamlText(code)}`),
    ...undecidedWords(words!),
  ];
}

/** Words that are not already the code they stand for, whatever their case; codes of text are compared as they stand. */
const needed = ({ known }: ReadWords, text: boolean) =>
  Object.entries(known).filter(([word, code]) => (text ? word : word.toLowerCase()) !== code);

function undecidedWords({ unknown, rare }: ReadWords): string[] {
  const one = unknown.map(
    ({ word, nearest }) =>
      `    ${TODO} under words, ${yamlText(word)}: ${nearest.length > 0 ? `perhaps ${nearest.join(" or ")}` : "what does it stand for?"}`,
  );
  return rare === 0
    ? one
    : [
        ...one,
        `    ${TODO} ${rare} more ${rare === 1 ? "word is" : "words are"} not repeated here, each in one or two rows only.`,
      ];
}

function missingLines({ field, means, codes, candidates }: ProposedTable["missing"][number]): string[] {
  const perhaps = candidates.length > 0 ? ` Perhaps ${candidates.map((column) => yamlText(column)).join(" or ")}.` : "";
  const same = codes.length > 0 ? ` The same in all rows: { constant: ${codes.join(" | ")} }.` : "";
  return [`  ${TODO} ${field} is required and has no column yet. ${means}${perhaps}${same}`];
}

function wideLines({ instrument, domains, goals, notApplicable, levels, unknown, rare }: WideForm): string[] {
  const named = (of: Readonly<Record<string, string>>) =>
    Object.entries(of).map(([key, value]) => `    ${key}: ${yamlText(value)}`);
  return [
    "wide:",
    `  instrument: ${instrument}`,
    ...(notApplicable.length > 0
      ? [`  not_applicable: [${notApplicable.map((word) => JSON.stringify(word)).join(", ")}]`]
      : ["  # No cell says that a domain does not apply; a 0 would.", '  not_applicable: ["0"]']),
    ...(Object.keys(levels).length > 0
      ? ["  levels:", ...Object.entries(levels).map(([word, level]) => `    ${yamlText(word)}: ${level}`)]
      : []),
    ...unknown.map(
      (word) => `  ${TODO} ${yamlText(word)} is neither a level nor known to mean that a domain does not apply.`,
    ),
    ...(rare > 0
      ? [
          `  ${TODO} ${rare} more ${rare === 1 ? "word is" : "words are"} not repeated here, each in one or two cells only.`,
        ]
      : []),
    "  domains:",
    ...named(domains),
    ...(Object.keys(goals).length > 0 ? ["  goals:", ...named(goals)] : []),
  ];
}

function leftLines({ left }: ProposedTable): string[] {
  if (left.length === 0) return [];
  const names = left.map(({ column }) => yamlText(column)).join(", ");
  return [
    `${TODO} map ${left.length === 1 ? "this column" : "these columns"} under columns, or agree to leave ${left.length === 1 ? "it" : "them"} out:`,
    `# ignore: [${names}]`,
    ...left
      .filter(({ candidates }) => candidates.length > 0)
      .map(({ column, candidates }) => `#   ${yamlText(column)}: perhaps ${candidates.join(" or ")}`),
  ];
}

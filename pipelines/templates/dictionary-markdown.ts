import { CONTRACT_VERSION } from "../../models/contract/catalogue.ts";
import { type DictionaryEntry, entriesOf, kinds } from "../../models/contract/dictionary.ts";
import type { RecordKind } from "../../models/contract/field.ts";

/** The data dictionary as Markdown: a section for each record kind, with its fields, codes and rules. */
export const dictionaryMarkdown = (): string =>
  [
    "# Data dictionary",
    "",
    `Version ${CONTRACT_VERSION} of the contract. Each section is one kind of record; a file holds records of one kind, one row each.`,
    "A field that is not required may be left out, or its cells empty.",
    "",
    ...kinds.flatMap(section),
  ].join("\n");

function section(record: RecordKind): string[] {
  const entries = entriesOf(record);
  return [
    `## ${record.title} (\`${record.kind}\`)`,
    "",
    `${capital(record.grain)}. No two rows have the same ${record.key.map((name) => `\`${name}\``).join(", ")}.`,
    "",
    "| Field | Required | Form | Meaning | Since |",
    "|---|---|---|---|---|",
    ...entries.map(fieldLine),
    "",
    ...entries.flatMap(codeLines),
    ...(record.rules.length > 0
      ? ["Rules between fields:", "", ...record.rules.map(({ says }) => `- ${cell(capital(says))}.`), ""]
      : []),
  ];
}

const fieldLine = ({ field, required, form, range, means, since }: DictionaryEntry) =>
  `| \`${field}\` | ${required ? "yes" : ""} | ${cell(range === "" ? form : `${form}: ${range}`)} | ${cell(means)} | ${since} |`;

function codeLines({ field, codes }: DictionaryEntry): string[] {
  const all = Object.entries(codes);
  if (all.length === 0) return [];
  return [
    `Codes of \`${field}\`:`,
    "",
    "| Code | Title |",
    "|---|---|",
    ...all.map(([code, title]) => `| \`${code}\` | ${cell(title)} |`),
    "",
  ];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** Text in a cell of a Markdown table, with what would be markup spelled out. */
const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("<", "&lt;");

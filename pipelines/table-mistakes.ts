import { recordKind } from "../models/contract/catalogue.ts";
import { instrument } from "../models/instruments/catalogue.ts";
import type { Part } from "./lenient.ts";
import type { Partner, TableFeed } from "./network.ts";
import type { Mistake } from "./read-yaml.ts";

/** Makes a mistake of what is at a place below a feed. */
export type Say = (steps: readonly PropertyKey[], says: string) => Mistake;

/** What is wrong with one table of a feed: columns, words and forms that the contract or the instrument does not know. */
export function tableMistakes(table: Part<TableFeed>, partner: Part<Partner> | undefined, say: Say): Mistake[] {
  const linked = "linkage_token" in (table.columns ?? {}) && partner?.links_people === false;
  const says =
    "the partner sends a linkage token but has not opted in: set links_people to true, or leave the column out";
  const sheetless = table.sheet !== undefined && table.format !== undefined && table.format !== "xlsx";
  return [
    ...(linked ? [say(["columns", "linkage_token"], says)] : []),
    ...(sheetless ? [say(["sheet"], `a file of the format ${table.format} has no sheets; only xlsx has`)] : []),
    ...columnMistakes(table, say),
    ...onlyWithMistakes(table, say),
    ...wideMistakes(table, say),
  ];
}

function onlyWithMistakes({ only_with, columns, ignore }: Part<TableFeed>, say: Say): Mistake[] {
  if (only_with === undefined || !columns) return [];
  const sent = [...Object.values(columns).map((column) => column?.from), ...(ignore ?? [])];
  return sent.includes(only_with)
    ? []
    : [say(["only_with"], `${only_with} is neither mapped under columns nor listed under ignore`)];
}

const filledByWide = new Set(["instrument", "domain", "answer", "score", "is_goal"]);

function columnMistakes({ record, columns, wide }: Part<TableFeed>, say: Say): Mistake[] {
  if (!record || !columns) return [];
  const { fields } = recordKind(record);
  const unknown = Object.keys(columns).filter((field) => !fields[field]);
  const missing = Object.keys(fields).filter(
    (field) => fields[field]!.required && !(field in columns) && !(wide && filledByWide.has(field)),
  );
  const words = Object.entries(columns).flatMap(([field, column]) => {
    const declared = fields[field];
    if (declared?.type !== "code" || !column?.words) return [];
    return Object.entries(column.words).flatMap(([word, code]) =>
      code === undefined || declared.codes[code]
        ? []
        : [
            say(
              ["columns", field, "words", word],
              `${code} is not a code of ${record}.${field}; the codes are ${Object.keys(declared.codes).join(", ")}`,
            ),
          ],
    );
  });
  return [
    ...unknown.map((field) =>
      say(["columns", field], `${record} has no field ${field}; its fields are ${Object.keys(fields).join(", ")}`),
    ),
    ...missing.map((field) => say(["columns"], `the required field ${field} of ${record} is not mapped`)),
    ...words,
  ];
}

function wideMistakes({ record, wide }: Part<TableFeed>, say: Say): Mistake[] {
  if (!wide || !record) return [];
  if (record !== "assessment_score")
    return [say(["wide"], `a wide form is of the record assessment_score, not ${record}`)];
  if (!wide.instrument) return [];
  const form = instrument(wide.instrument);
  if (!form) return [say(["wide", "instrument"], `${wide.instrument} is not an instrument we know`)];
  const unknown = [
    ...Object.keys(wide.domains ?? {}).map((domain) => ["domains", domain]),
    ...Object.keys(wide.goals ?? {}).map((domain) => ["goals", domain]),
  ];
  const plain = (word: string | undefined) => word?.trim().toLowerCase();
  const none = new Set(wide.not_applicable?.map(plain));
  const both = Object.keys(wide.levels ?? {}).filter((word) => none.has(plain(word)));
  return [
    ...unknown.flatMap(([list, domain]) =>
      form.domains.includes(domain!) ? [] : [say(["wide", list!, domain!], `${domain} is not a domain of ${form.id}`)],
    ),
    ...both.map((word) =>
      say(["wide", "levels", word], "these words are listed under not_applicable too: keep one of the two"),
    ),
  ];
}

import type * as z from "zod";

/** Something in a file that does not have the form asked for: where it stands, and a sentence. */
export interface ShapeMistake {
  where: readonly PropertyKey[];
  says: string;
}

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "settings of its own, each under its name",
  record: "settings of its own, each under its name",
};

/** What the checks of a schema found, in words. */
export const shapeMistakes = (issues: readonly z.core.$ZodIssue[]): ShapeMistake[] => issues.flatMap(mistakesOf);

function mistakesOf(issue: z.core.$ZodIssue): ShapeMistake[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ where: [...path, key], says: "there is no such setting" }));
  if (issue.code === "invalid_union" && issue.errors.length > 0)
    return mistakesOfNearest(issue.errors).map(({ where, says }) => ({ where: [...path, ...where], says }));
  return [{ where: path, says: says(issue) }];
}

type Issues = readonly z.core.$ZodIssue[];

/** Of several forms that a value could have, what it lacks of the one it is nearest to: not another kind of thing, its literals right, with the fewest mistakes. */
function mistakesOfNearest(forms: readonly Issues[]): ShapeMistake[] {
  const literals = forms.flatMap((issues) => issues.filter(isLiteral));
  const first = literals[0];
  if (first && literals.length === forms.length)
    return [{ where: first.path, says: oneOf([...new Set(literals.flatMap(({ values }) => values))]) }];
  const far = (issues: Issues) =>
    Number(issues.some(({ code, path }) => code === "invalid_type" && path.length === 0)) * 2000 +
    Number(issues.some(isLiteral)) * 1000 +
    issues.length;
  return shapeMistakes([...forms].sort((a, b) => far(a) - far(b))[0]!);
}

const isLiteral = (issue: z.core.$ZodIssue): issue is z.core.$ZodIssueInvalidValue =>
  issue.code === "invalid_value" && (issue.values.length === 1 || issue.path.at(-1) === "format");

const says = (issue: z.core.$ZodIssue): string =>
  issue.input === undefined && issue.path.length > 0 ? `this setting is missing: ${asked(issue)}` : asked(issue);

function asked(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.message.startsWith("Invalid input")
        ? `write ${KINDS[issue.expected] ?? issue.expected}`
        : issue.message;
    case "invalid_value":
      return oneOf(issue.values);
    case "too_small":
      return `write ${size(issue.origin, "at least", issue.minimum, issue.inclusive)}`;
    case "too_big":
      return `write ${size(issue.origin, "at most", issue.maximum, issue.inclusive)}`;
    case "invalid_key":
      return "this name cannot be used here";
    default:
      return issue.message;
  }
}

const oneOf = (values: readonly unknown[]) =>
  values.length === 1 ? `write ${shown(values[0])}` : `write one of ${values.map(shown).join(", ")}`;

/** A value as it is written in YAML: what would be lost or mistaken without quotation marks has them. */
const shown = (value: unknown) =>
  typeof value === "string" && !/^\w[\w./-]*( [\w./-]+)*$/.test(value) ? JSON.stringify(value) : String(value);

function size(of: string, most: string, limit: number | bigint, inclusive = true): string {
  const units: Readonly<Record<string, string>> = { string: "character", array: "entry" };
  const unit = units[of];
  if (!unit)
    return inclusive ? `a number of ${most} ${limit}` : `a number ${most === "at least" ? "above" : "below"} ${limit}`;
  const many = unit === "entry" ? "entries" : `${unit}s`;
  return `${most} ${limit} ${Number(limit) === 1 ? unit : many}`;
}

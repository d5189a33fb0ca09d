import type { JsonSchema } from "../../pipelines/schema/json-schema.ts";

type Schema = JsonSchema | boolean;

/** Where a value breaks a JSON Schema, as `path keyword`; knows the keywords that the project's schemas use, and throws on any other. */
export function breaches(schema: JsonSchema, value: unknown, root: JsonSchema = schema, path = ""): string[] {
  return Object.entries(schema).flatMap(([keyword, asked]) => {
    const check = KEYWORDS[keyword];
    if (!check) throw new Error(`unknown keyword: ${keyword}`);
    return check(asked as never, value, { schema, root, path });
  });
}

interface Place {
  schema: JsonSchema;
  root: JsonSchema;
  path: string;
}
type Check = (asked: never, value: unknown, place: Place) => string[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const fits = (schema: JsonSchema, value: unknown, { root, path }: Place) =>
  breaches(schema, value, root, path).length === 0;
const when = (broken: boolean, keyword: string, { path }: Place) => (broken ? [`${path} ${keyword}`.trim()] : []);
const says: Check = () => [];
const typeOf = (value: unknown) =>
  Array.isArray(value)
    ? ["array"]
    : Number.isInteger(value)
      ? ["integer", "number"]
      : [value === null ? "null" : typeof value];

const KEYWORDS: Readonly<Record<string, Check>> = {
  $schema: says,
  title: says,
  description: says,
  default: says,
  definitions: says,
  format: says,
  // biome-ignore lint/suspicious/noThenProperty: the word of JSON Schema
  then: says,
  $ref: (asked: string, value, place) => {
    const target = asked
      .split("/")
      .slice(1)
      .reduce((part, step) => part[step] as JsonSchema, place.root as Record<string, unknown>);
    return breaches(target as JsonSchema, value, place.root, place.path);
  },
  type: (asked: string, value, place) => when(!typeOf(value).includes(asked), `type ${asked}`, place),
  const: (asked: unknown, value, place) => when(asked !== value, `const ${asked}`, place),
  enum: (asked: unknown[], value, place) => when(!asked.includes(value), "enum", place),
  pattern: (asked: string, value, place) =>
    when(typeof value === "string" && !new RegExp(asked, "u").test(value), "pattern", place),
  minLength: (asked: number, value, place) =>
    when(typeof value === "string" && value.length < asked, "minLength", place),
  maxLength: (asked: number, value, place) =>
    when(typeof value === "string" && value.length > asked, "maxLength", place),
  minimum: (asked: number, value, place) => when(typeof value === "number" && value < asked, "minimum", place),
  maximum: (asked: number, value, place) => when(typeof value === "number" && value > asked, "maximum", place),
  exclusiveMinimum: (asked: number, value, place) =>
    when(typeof value === "number" && value <= asked, "exclusiveMinimum", place),
  minItems: (asked: number, value, place) => when(Array.isArray(value) && value.length < asked, "minItems", place),
  items: (asked: JsonSchema, value, { root, path }) =>
    Array.isArray(value) ? value.flatMap((each, at) => breaches(asked, each, root, `${path}/${at}`)) : [],
  required: (asked: string[], value, place) =>
    isObject(value) ? asked.flatMap((name) => when(!(name in value), `required ${name}`, place)) : [],
  properties: (asked: Record<string, JsonSchema>, value, { root, path }) =>
    isObject(value)
      ? Object.entries(asked).flatMap(([name, each]) =>
          name in value ? breaches(each, value[name], root, `${path}/${name}`) : [],
        )
      : [],
  propertyNames: (asked: JsonSchema, value, { root, path }) =>
    isObject(value) ? Object.keys(value).flatMap((name) => breaches(asked, name, root, `${path}/${name}`)) : [],
  additionalProperties: (asked: Schema, value, { schema, root, path }) => {
    if (!isObject(value)) return [];
    const others = Object.keys(value).filter((name) => !(name in (schema.properties ?? {})));
    return others.flatMap((name) =>
      typeof asked === "boolean"
        ? asked
          ? []
          : [`${path}/${name} unknown`]
        : breaches(asked, value[name], root, `${path}/${name}`),
    );
  },
  allOf: (asked: JsonSchema[], value, { root, path }) => asked.flatMap((each) => breaches(each, value, root, path)),
  anyOf: (asked: JsonSchema[], value, place) => {
    const tried = asked.map((each) => breaches(each, value, place.root, place.path));
    return tried.some((each) => each.length === 0) ? [] : tried.sort((a, b) => a.length - b.length)[0]!;
  },
  oneOf: (asked: JsonSchema[], value, place) => {
    const tried = asked.map((each) => breaches(each, value, place.root, place.path));
    return tried.filter((each) => each.length === 0).length === 1 ? [] : tried.sort((a, b) => a.length - b.length)[0]!;
  },
  not: (asked: JsonSchema, value, place) => when(fits(asked, value, place), "not", place),
  if: (asked: JsonSchema, value, place) =>
    fits(asked, value, place) ? breaches(place.schema.then as JsonSchema, value, place.root, place.path) : [],
};

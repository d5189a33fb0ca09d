import * as z from "zod";

/** A value of which any part may be missing. */
export type Part<Value> = Value extends readonly (infer Each)[]
  ? readonly (Part<Each> | undefined)[]
  : Value extends object
    ? { readonly [Key in keyof Value]?: Part<Value[Key]> | undefined }
    : Value;

/** What of a value fits a schema: parts that do not are undefined where they stand, so that the others can be checked against each other. */
export const fitting = <Schema extends z.ZodType>(schema: Schema, value: unknown): Part<z.output<Schema>> | undefined =>
  lenient(schema).parse(value) as Part<z.output<Schema>> | undefined;

function lenient(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodObject) {
    const parts = Object.entries(schema.shape as Record<string, z.ZodType>);
    return z.object(Object.fromEntries(parts.map(([key, part]) => [key, lenient(part)]))).catch(nothing);
  }
  if (schema instanceof z.ZodArray) return z.array(lenient(schema.element as z.ZodType)).catch(nothing);
  if (schema instanceof z.ZodRecord) return z.record(z.string(), lenient(schema.valueType as z.ZodType)).catch(nothing);
  if (schema instanceof z.ZodUnion) return z.unknown().transform((value) => fittingOption(schema, value));
  if (schema instanceof z.ZodDefault)
    return lenient(schema.def.innerType as z.ZodType).default(schema.def.defaultValue);
  if (schema instanceof z.ZodPrefault)
    return lenient(schema.def.innerType as z.ZodType).prefault(schema.def.defaultValue as never);
  return schema.optional().catch(undefined);
}

const nothing = () => undefined as never;

/** The value as the first option it fits; as the one whose literals are its own and that knows most of it, in parts, when it fits none. */
function fittingOption(union: z.ZodUnion, value: unknown): unknown {
  const options = union.options as readonly z.ZodType[];
  for (const option of options) {
    const parsed = option.safeParse(value);
    if (parsed.success) return parsed.data;
  }
  const own = options.filter(
    (option): option is z.ZodObject => option instanceof z.ZodObject && hasLiterals(option, value),
  );
  const [nearest] = own.sort((a, b) => strange(a, value) - strange(b, value));
  return nearest && lenient(nearest).parse(value);
}

/** How many of a value's keys an option does not know. */
const strange = (option: z.ZodObject, value: unknown) =>
  Object.keys(value as object).filter((key) => !(key in option.shape)).length;

function hasLiterals(option: z.ZodObject, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(option.shape as Record<string, z.ZodType>)
    .filter(([, part]) => literal(part))
    .every(([key, part]) => part.safeParse((value as Record<string, unknown>)[key]).success);
}

const literal = (part: z.ZodType): boolean =>
  part instanceof z.ZodLiteral || (part instanceof z.ZodDefault && literal(part.def.innerType as z.ZodType));

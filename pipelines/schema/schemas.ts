import * as z from "zod";
import { OutcomeContract } from "../../models/contracts/outcome-contract.ts";
import { instruments } from "../../models/instruments/catalogue.ts";
import { allDomains } from "../../models/instruments/crosswalk.ts";
import { measures } from "../../models/measures/catalogue.ts";
import { AggregatePartner } from "../aggregate-partner.ts";
import { NetworkFile, Partner } from "../network.ts";
import { CyclesFile } from "../read-cycles.ts";
import type { JsonSchema } from "./json-schema.ts";
import { columnsByRecord } from "./record-columns.ts";

/** The JSON Schemas of the YAML files of a network, by the name of their file: what an editor completes and checks them with. */
export const schemas = (): Readonly<Record<string, JsonSchema>> => ({
  "network.schema.json": titled("network.yaml", NetworkFile),
  "partner.schema.json": partnerSchema(),
  "cycles.schema.json": cyclesSchema(),
  "contract.schema.json": titled("An outcome contract", OutcomeContract),
});

function titled(title: string, schema: z.ZodType): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input", target: "draft-7" });
  return { $schema, title, ...rest } as JsonSchema;
}

/** A partner's YAML: the columns of each feed as its record kind has them. What several feeds have in common is said once. */
function partnerSchema(): JsonSchema {
  const schema = titled("A partner", z.union([Partner, AggregatePartner]));
  const definitions: Record<string, JsonSchema> = {};
  const refined = everyObject(schema, (part) => {
    const { record, columns, wide, source } = (part.properties ?? {}) as Record<string, JsonSchema>;
    const properties: Record<string, unknown> = { ...part.properties };
    if (source) {
      definitions.source = source;
      properties.source = { $ref: "#/definitions/source" };
    }
    if (!record || !columns) return source ? ({ ...part, properties } as JsonSchema) : part;
    definitions.column ??= columns.additionalProperties as JsonSchema;
    definitions.by_record ??= { allOf: columnsByRecord(definitions.column) } as JsonSchema;
    const { additionalProperties: _, ...plain } = columns;
    Object.assign(properties, { columns: plain, ...(wide ? { wide: formSchema(wide) } : {}) });
    return { ...part, properties, allOf: [{ $ref: "#/definitions/by_record" }] } as JsonSchema;
  });
  return { ...refined, definitions } as JsonSchema;
}

/** A form with one column per domain: instruments and domains by their ids. */
function formSchema(wide: JsonSchema): JsonSchema {
  const { instrument, domains, goals, ...others } = wide.properties as Record<string, JsonSchema>;
  const named = (of: JsonSchema) => ({ ...of, propertyNames: { enum: allDomains.map(({ id }) => id) } });
  const known = { ...instrument, enum: instruments.map(({ id }) => id) };
  return {
    ...wide,
    properties: { instrument: known, domains: named(domains!), goals: named(goals!), ...others },
  } as JsonSchema;
}

function cyclesSchema(): JsonSchema {
  return everyObject(titled("Improvement cycles", CyclesFile), (part) => {
    const { measure } = (part.properties ?? {}) as Record<string, JsonSchema>;
    if (!measure) return part;
    return {
      ...part,
      properties: { ...part.properties, measure: { ...measure, enum: measures.map(({ id }) => id) } },
    } as JsonSchema;
  });
}

/** A schema with each of its parts changed, the innermost first. */
function everyObject(schema: JsonSchema, change: (part: JsonSchema) => JsonSchema): JsonSchema {
  const inside = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inside);
    if (typeof value !== "object" || value === null) return value;
    return change(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inside(each)])));
  };
  return inside(schema) as JsonSchema;
}

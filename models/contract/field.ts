import * as z from "zod";

/** What a token stands for. Every token is keyed again as it loads, so none of them joins back to a partner's own table. */
const TokenOf = z.enum(["person", "linkage", "household", "enrollment", "record", "employer"]);
export type TokenOf = z.infer<typeof TokenOf>;

const said = z.string().min(3);
/** What partners call something: plain lower-case words, with commas between the names. */
const aliases = z.string().regex(/^[a-z0-9]+( [a-z0-9]+)*(, [a-z0-9]+( [a-z0-9]+)*)*$/);
const every = {
  means: said,
  required: z.boolean().optional(),
  /** Version of the contract that brought the field; the first when left out. */
  since: z.int().positive().optional(),
  /** What partners call such a column, beside the field's own name. */
  aliases: aliases.optional(),
};
const limits = { min: z.number(), max: z.number() };

/** A field of a record kind: its form, its limits and, in `means`, the sentence partners read in the data dictionary. */
const Field = z.discriminatedUnion("type", [
  z.strictObject({ ...every, type: z.literal("text"), pattern: z.string(), says: said, max: z.int().positive() }),
  z.strictObject({ ...every, type: z.literal("token"), of: TokenOf }),
  z.strictObject({
    ...every,
    type: z.literal("code"),
    codes: z.record(z.string().regex(/^[a-z][a-z_]*$/), said),
    /** What partners write for a code, beside the code itself and its title. */
    words: z.record(z.string(), aliases).optional(),
  }),
  z.strictObject({ ...every, type: z.literal("date") }),
  z.strictObject({ ...every, type: z.literal("month") }),
  z.strictObject({ ...every, type: z.literal("integer"), ...limits }),
  z.strictObject({ ...every, type: z.literal("decimal"), scale: z.int().min(1).max(6), ...limits }),
  z.strictObject({ ...every, type: z.literal("money"), ...limits }),
  z.strictObject({ ...every, type: z.literal("boolean") }),
]);
export type Field = z.infer<typeof Field>;

const codesOf = ({ codes, words = {} }: Extract<Field, { type: "code" }>) =>
  Object.keys(words).every((code) => code in codes);

const rule = { id: z.string().regex(/^[a-z_]+$/), says: said, field: z.string() };

/** A rule over several fields of one row; each form compiles to SQL and to a row-by-row check from this one declaration. */
const Rule = z.discriminatedUnion("form", [
  z.strictObject({ ...rule, form: z.literal("not_before"), than: z.string() }),
  z.strictObject({ ...rule, form: z.literal("required_when"), when: z.string(), is: z.array(z.string()).optional() }),
  z.strictObject({ ...rule, form: z.literal("empty_unless"), when: z.string(), is: z.array(z.string()) }),
]);
export type Rule = z.infer<typeof Rule>;

/** One kind of record a partner can send. `grain` says what one row is; `key` names the required fields no two rows may share. */
export const RecordKind = z
  .strictObject({
    kind: z.string().regex(/^[a-z_]+$/),
    title: said,
    grain: said,
    /** What partners call a file of such records. */
    aliases,
    since: z.int().positive().optional(),
    key: z.array(z.string()).min(1),
    fields: z.record(z.string().regex(/^[a-z][a-z_]*$/), Field),
    rules: z.array(Rule),
  })
  .refine(({ key, fields }) => key.every((name) => fields[name]?.required), "a field of the key is not required")
  .refine(
    ({ fields }) => Object.values(fields).every((field) => field.type !== "code" || codesOf(field)),
    "a word is for a code that is not there",
  )
  .refine(
    ({ rules, fields }) => rules.every((each) => each.field in fields),
    "a rule is about a field that is not there",
  );
export type RecordKind = z.infer<typeof RecordKind>;

/** Dates from before this day are mistakes of typing, not history. */
export const EARLIEST_DATE = "1990-01-01";

/** Dates after this day are mistakes of typing, not plans. */
export const LATEST_DATE = "2099-12-31";

/** Tokens are `v<version>:<key id>:<26 base-32 characters>`, a keyed HMAC made at the partner; a bare hash has no such prefix. */
export const TOKEN_PATTERN = "v[0-9]{1,3}:[a-z0-9-]{1,24}:[a-z2-7]{26}";

/** Names agreed in network and partner YAML: lower case, digits and hyphens. */
export const ID_PATTERN = "[a-z0-9][a-z0-9-]{0,62}";

export const personToken: Field = {
  type: "token",
  of: "person",
  required: true,
  means: "The partner's keyed token for the person.",
  aliases:
    "person, client, participant, member, customer, patient, guest, rider, caller, learner, student, individual, personal id, unique id, clave, cliente, participante, persona",
};
export const enrollmentToken: Field = {
  type: "token",
  of: "enrollment",
  required: true,
  means: "The partner's keyed token for the episode (period of participation).",
  aliases: "enrollment, enrolment, episode, stay, place, membership, participation, case, project entry, inscripcion",
};
export const programId: Field = {
  type: "text",
  pattern: ID_PATTERN,
  says: "a program id from the partner's YAML",
  max: 63,
  required: true,
  means: "The program, by its id in the partner's YAML.",
  aliases:
    "program, programme, project, service line, plan, unit, clinic, group type, course, programa, proyecto, curso",
};

/** What partners write for the places in a household. */
export const householdRoleWords: Readonly<Record<keyof typeof householdRoles, string>> = {
  head: "self, head, hoh, head of household, parent, primary, yo, jefe, h, s self",
  partner:
    "spouse, spouse or partner, husband, wife, second parent, significant other, conyuge, esposo, esposa, pareja",
  child: "son, daughter, son or daughter, child of head, step child, foster child, hijo, hija, c",
  other_adult: "adult, another adult, other relative, grandparent, sibling, adult child, otro adulto, a",
  other: "non relative, other non relative, otro",
  unknown: "not known, unknown, data not collected, not stated, sin dato",
};

export const householdRoles = {
  head: "Head of household",
  partner: "Spouse or partner",
  child: "Child",
  other_adult: "Other adult",
  other: "Other member",
  unknown: "Not known",
} as const;

/** A field of a record kind: its form, its limits and, in `means`, the sentence partners read in the data dictionary. */
export type Field = { means: string; required?: boolean } & (
  | { type: "text"; pattern: string; says: string; max: number }
  | { type: "token"; of: TokenOf }
  | { type: "code"; codes: Readonly<Record<string, string>> }
  | { type: "date" }
  | { type: "month" }
  | { type: "integer"; min: number; max: number }
  | { type: "decimal"; scale: number; min: number; max: number }
  | { type: "money"; min: number; max: number }
  | { type: "boolean" }
);

/** What a token stands for. Every token is keyed again as it loads, so none of them joins back to a partner's own table. */
export type TokenOf = "person" | "linkage" | "household" | "enrollment" | "record" | "employer";

/** A rule over several fields of one row; each form compiles to SQL and to a row-by-row check from this one declaration. */
export type Rule = { id: string; says: string } & (
  | { form: "not_before"; field: string; than: string }
  | { form: "required_when"; field: string; when: string; is?: readonly string[] }
  | { form: "empty_unless"; field: string; when: string; is: readonly string[] }
);

/** One kind of record a partner can send. `grain` says what one row is; `key` names the fields no two rows may share. */
export interface RecordKind {
  kind: string;
  title: string;
  grain: string;
  key: readonly string[];
  fields: Readonly<Record<string, Field>>;
  rules: readonly Rule[];
}

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
};
export const enrollmentToken: Field = {
  type: "token",
  of: "enrollment",
  required: true,
  means: "The partner's keyed token for the episode (period of participation).",
};
export const programId: Field = {
  type: "text",
  pattern: ID_PATTERN,
  says: "a program id from the partner's YAML",
  max: 63,
  required: true,
  means: "The program, by its id in the partner's YAML.",
};

export const householdRoles = {
  head: "Head of household",
  partner: "Spouse or partner",
  child: "Child",
  other_adult: "Other adult",
  other: "Other member",
  unknown: "Not known",
} as const;

import { type RecordKindName, recordKinds } from "../contract/catalogue.ts";
import type { Field, RecordKind } from "../contract/field.ts";

/** Dates of the contract on which nothing happened to anybody: a plan, the day of an age, and how far records reach. */
const NO_EVENTS = ["goal.due_on", "person.age_on", "enrollment.work_known_to"];

const isEvent = (record: RecordKind, name: string, { type }: Field) =>
  (type === "date" || type === "month") && !NO_EVENTS.includes(`${record.kind}.${name}`);

/** Record kinds that say when something happened, each with the dates by which it does. */
export const datedRecords: readonly { record: RecordKindName; fields: readonly string[] }[] = (
  recordKinds as readonly RecordKind[]
)
  .map((record) => ({
    record: record.kind,
    fields: Object.entries(record.fields)
      .filter(([name, field]) => isEvent(record, name, field))
      .map(([name]) => name),
  }))
  .filter(({ fields }) => fields.length > 0);

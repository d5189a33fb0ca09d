import { recordKinds } from "../../models/contract/catalogue.ts";
import type { RecordKind } from "../../models/contract/field.ts";
import type { ColumnShape } from "./column-shape.ts";
import { type Matching, matchColumns } from "./match-columns.ts";
import { likeness } from "./name-likeness.ts";
import { namesIn } from "./plain-words.ts";
import type { WideForm } from "./wide-form.ts";

/** The record kind a table seems to hold, with its columns; `rivals` are the kinds that come near. */
export interface KindFound {
  record: RecordKind;
  confidence: number;
  rivals: readonly string[];
  matching: Matching;
}

/** Fields that a wide form fills by itself. */
const FILLED_BY_FORM = new Set(["instrument", "domain", "answer", "score", "is_goal"]);
const NOTHING = new Set<string>();
/** Fields that are often the same in all rows, so that a file has no column for them. */
const OFTEN_CONSTANT = new Set(["program_id", "sent_by", "instrument", "answer", "benefit", "type"]);

const WEIGHTS = { required: 0.45, explained: 0.3, named: 0.25 };
/** Less sure than this is not recognised. */
const RECOGNISED = 0.3;
/** Kinds within so much of the best are named beside it. */
const NEAR = 0.08;

/** The record kind whose fields a table's columns are most likely for; null when hardly one column is. */
export function recordKindOf(name: string, shapes: readonly ColumnShape[], form: WideForm | null): KindFound | null {
  const own = form ? new Set([...Object.values(form.domains), ...Object.values(form.goals)]) : NOTHING;
  const others = shapes.filter(({ column }) => !own.has(column));
  const kinds = (recordKinds as readonly RecordKind[]).filter(({ kind }) => !form || kind === "assessment_score");
  const ranked = kinds
    .map((record) => {
      const matching = matchColumns(record, others, form ? FILLED_BY_FORM : NOTHING);
      return { record, matching, confidence: scoreOf(record, matching, others, name, form) };
    })
    .sort((a, b) => b.confidence - a.confidence);
  const best = ranked[0]!;
  if (best.matching.matches.length === 0 || best.confidence < RECOGNISED) return null;
  const rivals = ranked.slice(1).filter(({ confidence }) => confidence > best.confidence - NEAR);
  return { ...best, rivals: rivals.map(({ record }) => record.kind) };
}

function scoreOf(
  record: RecordKind,
  { matches }: Matching,
  shapes: readonly ColumnShape[],
  name: string,
  form: WideForm | null,
): number {
  const sure = (field: string) => matches.find((match) => match.field === field)?.confidence ?? 0;
  const required = Object.entries(record.fields).filter(
    ([field, { required }]) => required && !(form && FILLED_BY_FORM.has(field)),
  );
  const met = required.reduce((sum, [field]) => sum + (sure(field) || (OFTEN_CONSTANT.has(field) ? 0.4 : 0)), 0);
  const explained = matches.reduce((sum, { confidence }) => sum + confidence, 0);
  const called = likeness(name.replace(/\.\w+$/, "").replace(/[-_ ]*(19|20)\d\d.*$/, ""), [
    record.kind,
    ...namesIn(record.aliases),
  ]);
  return (
    (WEIGHTS.required * met) / Math.max(1, required.length) +
    (WEIGHTS.explained * explained) / Math.max(1, shapes.length) +
    WEIGHTS.named * called
  );
}

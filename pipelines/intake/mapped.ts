import type { RecordKindName } from "../../models/contract/catalogue.ts";

/** Records of one kind as the text of the contract's fields, ready for its checks. */
export interface Mapped {
  record: RecordKindName;
  /** The file the rows come from, as the partner knows it. */
  file: string;
  /** Query with `_row` and one VARCHAR column per field of the record kind. */
  select: string;
  /** The partner's column behind each field, for messages. */
  source: Readonly<Record<string, string>>;
  /** For wide forms: the partner's column behind each domain. */
  domains?: Readonly<Record<string, string>>;
}

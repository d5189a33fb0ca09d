import type { Level } from "./matrix.ts";
import type { SamplePartner } from "./partner.ts";

/** What a field of a record holds before the partner writes it its own way: days are day numbers, money is in cents. */
export type Value = string | number | boolean | undefined;

/** One record in the words of the contract. */
export interface Row {
  [field: string]: Value;
}

/** The domains of one matrix form, beside the row that says whose and when. */
export interface Marks {
  levels: readonly Level[];
  goals: ReadonlySet<number>;
}

/** Takes every record as it is made; nothing is kept. */
export type Sink = (partner: SamplePartner, record: string, row: Row, marks?: Marks) => void;

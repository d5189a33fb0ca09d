import { type AggregateFacts, aggregateFindings } from "./findings/aggregate.ts";
import { type ColumnFacts, columnsFindings } from "./findings/columns.ts";
import { type ContainerFacts, containersFindings } from "./findings/containers.ts";
import { type DeliveryFacts, deliveriesFindings } from "./findings/deliveries.ts";
import type { Entries, Outcome, Said } from "./findings/entry.ts";
import { type IdentifierFacts, identifiersFindings } from "./findings/identifiers.ts";
import { type PeopleFacts, peopleFindings } from "./findings/people.ts";
import { type ReadingFacts, readingFindings } from "./findings/reading.ts";
import { type RowFacts, rowsFindings } from "./findings/rows.ts";
import { type SourceFacts, sourcesFindings } from "./findings/sources.ts";
import { visible } from "./visible.ts";

export type { Unsafe } from "./findings/containers.ts";
export type { Outcome } from "./findings/entry.ts";

/** What each finding needs to be said. Cell values never appear: only files, rows, columns, kinds and counts. */
interface Facts
  extends IdentifierFacts,
    ReadingFacts,
    ColumnFacts,
    RowFacts,
    DeliveryFacts,
    AggregateFacts,
    ContainerFacts,
    PeopleFacts,
    SourceFacts {}

export type FindingCode = keyof Facts;

/** Something wrong with data, for the partner that sent it. */
export type Finding = {
  [Code in FindingCode]: { code: Code; partner: string; feed: string | null; facts: Facts[Code] };
}[FindingCode];

const catalogue: Entries<Facts> = {
  ...identifiersFindings,
  ...readingFindings,
  ...containersFindings,
  ...columnsFindings,
  ...rowsFindings,
  ...deliveriesFindings,
  ...aggregateFindings,
  ...peopleFindings,
  ...sourcesFindings,
};

const said = ({ code, facts }: Finding) => (catalogue[code].says as (facts: Finding["facts"]) => Said)(facts);

/** What is wrong: names file, row and column, never a cell's value. */
export const what = (finding: Finding): string => visible(said(finding)[0]);

/** What the partner can do about it; empty when there is nothing to do. */
export const advice = (finding: Finding): string => visible(said(finding)[1]);

/** The whole sentence a partner reads. */
export const sentence = (finding: Finding): string => visible(said(finding).filter(Boolean).join(" "));

/** What a finding does to its file. */
export const outcome = ({ code }: Finding): Outcome => catalogue[code].outcome;

import { html, type Markup } from "../../dashboards/markup.ts";
import { recordKind } from "../../models/contract/catalogue.ts";
import { completeness } from "../../models/quality/completeness.ts";
import { consistency } from "../../models/quality/consistency.ts";
import { coverage } from "../../models/quality/coverage.ts";
import { ANY_RULE, validity } from "../../models/quality/validity.ts";
import { counted, sentence } from "../amounts.ts";
import { section, shareCells, shareColumns, table } from "../report-table.ts";
import type { Measured } from "./measure-quality.ts";
import { type Pack, rowsIn } from "./pack.ts";

const words = (title: string) => ({ title, words: true as const });
const shares = (row: Measured) => shareCells(row.numerator ?? 0, row.denominator ?? 0);
const titleOf = (record: string | null) => (record ? recordKind(record).title : "All records");

/** Rows set aside by record kind; the rules they break are in what to look at. */
export const validitySection = (pack: Pack): Markup | null =>
  section(validity.title, validity.means, [
    table(
      "Rows set aside, by record",
      [words("Record"), ...shareColumns("Set aside", "Received")],
      rowsIn(pack, "validity", ANY_RULE).map((row) => [titleOf(row.record), ...shares(row)]),
    ),
  ]);

/** Only what was found odd; the rest is said in one line. */
export function consistencySection(pack: Pack): Markup | null {
  const rows = rowsIn(pack, "consistency");
  const odd = rows.filter(({ numerator }) => numerator);
  const clear = rows.length - odd.length;
  return section(consistency.title, consistency.means, [
    table(
      "Rows to look at",
      [words("Record"), words("What looks odd"), ...shareColumns("Rows", "Looked at")],
      odd.map((row) => [titleOf(row.record), sentence(row.says), ...shares(row)]),
    ),
    clear > 0
      ? html`<p>${clear === rows.length ? "Nothing looks odd" : "Nothing else looks odd"}: ${clear === 1 ? "1 comparison" : `${clear} comparisons`} found no row.</p>`
      : null,
  ]);
}

/** Fields with a gap, one table for all record kinds; the rest is said in a line each. */
export function completenessSection(pack: Pack): Markup | null {
  const rows = rowsIn(pack, "completeness").filter(({ denominator }) => denominator);
  const sent = rows.filter(isSent);
  const gaps = sent.filter(({ numerator, denominator }) => numerator !== denominator);
  const whole = sent.length - gaps.length;
  const unsent = rows.filter((row) => !isSent(row));
  return section(completeness.title, completeness.means, [
    table(
      "Columns with a gap",
      [words("Your column"), words("What it says"), ...shareColumns("Answered", "Asked")],
      gaps.map((row) => [columnOf(row), row.says, ...shares(row)]),
    ),
    whole > 0 ? html`<p>${counted(whole, "other column has", "other columns have")} no gap.</p>` : null,
    unsent.length > 0
      ? html`<h3>Fields that you do not send</h3><p>If you have these, the network can use them:</p>
<ul class="glance">${unsent.map(({ record, says }) => html`<li>${titleOf(record)}: ${says}</li>`)}</ul>`
      : null,
  ]);
}

const columnOf = ({ column_name, item, record }: Measured) =>
  html`${column_name ?? item}<span class="name">${titleOf(record)}</span>`;

const isSent = ({ column_name, numerator }: Measured) => column_name !== null || numerator !== 0;

export const coverageSection = (pack: Pack): Markup | null =>
  section(coverage.title, coverage.means, [
    table(
      "Baselines, follow-ups and domains",
      [words("What is counted"), ...shareColumns("There", "Expected")],
      rowsIn(pack, "coverage").map((row) => [`${row.says}.`, ...shares(row)]),
    ),
  ]);

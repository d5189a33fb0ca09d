import { TOKEN_PATTERN } from "../../../models/contract/field.ts";
import type { PirlFeed } from "../../network.ts";
import { type PirlElement, pirlElements } from "../../pirl-elements.ts";
import { pirlPrograms } from "../../pirl-programs.ts";
import { quoteName, quoteText } from "../../warehouse.ts";

/** The column of `periodRows` with an element's cells. */
export const cell = (element: string) => quoteName(`e${element}`);

/**
 * The rows of a PIRL table that are periods of participation: `_row`, one column per element that is read (`e900`, null where the
 * file has none; days as `YYYY-MM-DD`, codes without leading zeros), `program` and `period`, the token of the period. People who were
 * only reported took part in nothing and are left out.
 */
export function periodRows(table: string, columns: ReadonlyMap<string, string>, feed: PirlFeed): string {
  const cells = Object.entries(pirlElements).map(([element, { holds }]) => {
    const column = columns.get(element);
    return `${column ? READ[holds](quoteName(column)) : "cast(null as varchar)"} as ${cell(element)}`;
  });
  return `(select *, ${derivedToken("period")} as period from (select *, ${programSql(feed)} as program
    from (select _row, ${cells.join(", ")} from ${quoteName(table)})) where program is not null)`;
}

const READ: Readonly<Record<PirlElement["holds"], (value: string) => string>> = {
  token: (value) => value,
  text: (value) => value,
  // Spreadsheets write whole numbers with a decimal part, and states write codes with leading zeros or without.
  code: (value) => {
    const whole = `regexp_replace(${value}, '[.]0+$', '')`;
    return `case when regexp_full_match(${whole}, '0+') then '0' when regexp_full_match(${whole}, '[0-9]+') then ltrim(${whole}, '0') else ${value} end`;
  },
  day: (value) => `case when regexp_full_match(${value}, '0+') then null
    when regexp_full_match(${value}, '[0-9]{8}([.]0+)?')
    then substr(${value}, 1, 4) || '-' || substr(${value}, 5, 2) || '-' || substr(${value}, 7, 2) else ${value} end`,
};

/**
 * The program a period is counted under; a program of the record without one of the network's keeps its name, for the checks to find.
 * Null for who was only reported (flag 4, or CALC4006), and without `otherwise` for who is in no program of the record.
 */
function programSql({ programs }: PirlFeed): string {
  const flagged = (flags: readonly string[], codes: string) =>
    flags.map((flag) => `${cell(flag)} in (${codes})`).join(" or ");
  const whens = (of: readonly (readonly [string, readonly string[]])[], program: (name: string) => string) =>
    of.map(([name, flags]) => `when ${flagged(flags, "'1', '2', '3'")} then ${quoteText(program(name))}`);
  const all = Object.entries(pirlPrograms);
  const ours = all.filter(([name]) => name in programs);
  const others = all.filter(([name]) => !(name in programs));
  const { otherwise, ...named } = programs as Readonly<Record<string, string>>;
  const reported = `coalesce(${cell("CALC4006")} = '1', false) or coalesce(${flagged(
    all.flatMap(([, flags]) => flags),
    "'4'",
  )}, false)`;
  return `case ${[
    ...whens(ours, (name) => named[name]!),
    ...whens(others, (name) => otherwise ?? name.replaceAll("_", "-")),
    ...(otherwise ? [`when not (${reported}) then ${quoteText(otherwise)}`] : []),
  ].join(" ")} end`;
}

/**
 * The token of something that the record has no token for, made of the participant's keyed token, the day of entry and what it is:
 * the same in every export, and as little of a person as the participant's token. What is no token stays, for the contract to find.
 */
export function derivedToken(of: string, ...more: readonly string[]): string {
  const [person, entry] = [cell("100"), `coalesce(${cell("900")}, '')`];
  const told = [person, entry, quoteText(of), ...more].join(" || ' ' || ");
  const letters = `substr(translate(sha256(${told}), '0123456789abcdef', 'abcdefghijklmnop'), 1, 26)`;
  return `case when regexp_full_match(${person}, ${quoteText(TOKEN_PATTERN)})
    then left(${person}, length(${person}) - 26) || ${letters} else ${person} end`;
}

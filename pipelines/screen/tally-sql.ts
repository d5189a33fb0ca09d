import { givenNames, namesOfCounties, surnames } from "../../data/reference/common-names.ts";
import { quoteText } from "../warehouse.ts";
import { COLUMN_SHAPES, LAST_SHORT_YEAR, LONGEST_SHAPE, YEAR } from "./column-shapes.ts";
import { plainSql } from "./plain-sql.ts";

/**
 * One row per column, shape and key of the cells in `source` (`col`, `cell`), with rows and different cells; `tallyColumn` counts the same.
 * Each step is made whole before the next: put together, the last one's condition would be tried on every cell instead of every different one.
 */
export const tallySql = (source: string): string => `with
  counted as materialized (select col, cell, count(*) as times from (${source})
    where length(cell) between 2 and ${LONGEST_SHAPE} and not starts_with(cell, 'v1:') group by col, cell),
  plained as materialized (select col, times, ${plainSql("cell")} as plain from counted),
  shaped as materialized (select *, ${SHAPE} as shape from plained),
  named as materialized (select *, ${NAME} as name from shaped where shape is not null),
  keyed as materialized (select col, times, shape,
    case shape when 'day' then ${DAY_KEY} when 'zip' then ${ZIP_KEY} when 'words' then ${WORDS_KEY} else '' end as key from named)
  select col, shape, key, cast(sum(times) as bigint) as rows, count(*) as "distinct"
  from keyed where shape <> 'words' or key <> '' group by col, shape, key order by col, shape, key`;

const SHAPE = `case ${Object.entries(COLUMN_SHAPES)
  .map(([shape, pattern]) => `when regexp_full_match(plain, ${quoteText(pattern)}) then '${shape}'`)
  .join(" ")} end`;

const DAY_KEY = `case when regexp_matches(plain, '${YEAR}') then regexp_extract(plain, '${YEAR}')
  else cast(cast(regexp_extract(plain, '[0-9]{2}$') as integer)
    + case when cast(regexp_extract(plain, '[0-9]{2}$') as integer) > ${LAST_SHORT_YEAR} then 1900 else 2000 end as varchar) end`;

const ZIP_KEY = `substr(plain, 1, 3) || case when ends_with(plain, '00') then 'h'
  when cast(plain as integer) % 2 = 1 then 'o' else 'e' end`;

/** Words as names are looked up: small letters without accents, apostrophes and full stops; hyphens as spaces. */
const NAME = `translate(lower(strip_accents(plain)), '-''.', ' ')`;

// One text to look into: a list of thousands of literals takes longer to plan than most files to read.
const among = (name: string, names: ReadonlySet<string>) =>
  `contains(${quoteText(` ${[...names].join(" ")} `)}, ' ' || ${name} || ' ')`;
const first = (name: string) => `split_part(${name}, ' ', 1)`;
const AFTER_COMMA = "trim(split_part(name, ',', 2), ' ')";

const WORDS_KEY = `case
  when contains(name, ',') then case when ${among(first("split_part(name, ',', 1)"), surnames)}
    and ${among(first(AFTER_COMMA), givenNames)} then 'full' else '' end
  when contains(name, ' ') then case when ${among(first("name"), givenNames)}
    and ${among("regexp_extract(name, '[^ ]+$')", surnames)} then 'full' else '' end
  when ${among("name", namesOfCounties)} then 'county'
  when ${among("name", givenNames)} or ${among("name", surnames)} then 'name' else '' end`;

import { givenNames, namesOfCounties, surnames } from "../../data/reference/common-names.ts";
import { quoteText } from "../warehouse.ts";
import { COLUMN_SHAPES, LAST_SHORT_YEAR, LONGEST_SHAPE, YEAR } from "./column-shapes.ts";
import { BESIDE_NAMES, BETWEEN_WORDS, LETTER } from "./name-words.ts";
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
  named as materialized (select *, ${WORDS} as words from shaped where shape is not null),
  parted as materialized (select *, list_position(words, ',') as comma, list_filter(words, lambda word : word <> ',') as people from named),
  worded as materialized (select *, regexp_matches(plain, '[0-9]') as numbered, coalesce(comma > 1 and comma < len(words), false) as listed,
    coalesce(case when comma > 1 and comma < len(words) then words[1] else people[1] end, '') as first,
    coalesce(case when comma > 1 and comma < len(words) then words[comma - 1] else people[-1] end, '') as last,
    coalesce(case when comma > 1 and comma < len(words) then words[comma + 1] else people[2] end, '') as second from parted),
  known as materialized (${KNOWN}),
  keyed as materialized (select col, times, shape,
    case shape when 'day' then ${DAY_KEY} when 'zip' then ${ZIP_KEY} when 'house' then ${HOUSE_KEY} when 'words' then ${WORDS_KEY} else '' end as key
    from worded left join known as f on f.word = first left join known as s on s.word = second left join known as l on l.word = last)
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

const BARE = "lower(strip_accents(plain))";

/** Words as names are looked up, of texts in which there is a word. */
const WORDS = `case when shape = 'words' and regexp_matches(plain, '${LETTER}{2}') then list_filter(
  string_split(replace(translate(${BARE}, ${quoteText(`${BETWEEN_WORDS}'`)}, ${quoteText(" ".repeat(BETWEEN_WORDS.length))}), ',', ' , '), ' '),
  lambda word : word <> '' and not contains(${quoteText(` ${[...BESIDE_NAMES].join(" ")} `)}, ' ' || word || ' ')) end`;

const HOUSE_KEY = `substr(regexp_extract(${BARE}, '${LETTER}{2}'), 1, 1)`;

/** The names, each with what it is: a list of literals would take longer to plan than most files to read. */
const KNOWN = `select word, bool_or(kind = 'given') as given, bool_or(kind = 'surname') as surname, bool_or(kind = 'county') as county
  from (${(
    [
      ["given", givenNames],
      ["surname", surnames],
      ["county", namesOfCounties],
    ] as const
  )
    .map(
      ([kind, names]) =>
        `select unnest(string_split(${quoteText([...names].join(" "))}, ' ')) as word, '${kind}' as kind`,
    )
    .join(" union all ")}) group by word`;

const WORDS_KEY = `case
  when listed then case when not (coalesce(f.surname, false) or coalesce(l.surname, false)) then ''
    when s.given then 'full' when length(second) = 1 then 'initial' else '' end
  when second <> '' then case
    when f.given and (coalesce(l.surname, false) or coalesce(s.surname, false)) then 'full'
    when s.given and second <> last and l.surname then 'full'
    when f.surname and s.given and (second = last or length(last) = 1) then 'full'
    when numbered then ''
    when (length(first) = 1 and l.surname) or (f.word is not null and (f.given or f.surname) and length(last) = 1) then 'initial'
    else '' end
  when numbered then ''
  when f.county then 'county'
  when f.given or f.surname then 'name' else '' end`;

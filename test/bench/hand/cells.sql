-- How a cell becomes a value. A cell that cannot be read becomes a value nobody can have meant, for check.sql to find.
create macro a_day(cell, form) as
  coalesce(try_strptime(cell, form)::date, case when cell is not null then date '0001-01-01' end);
create macro a_whole_number(cell) as coalesce(try_cast(cell as integer), case when cell is not null then -1 end);
create macro an_amount(cell, places := 2) as
  case when regexp_full_match(cell, '[$ ]*-?([0-9]{1,3}(,[0-9]{3}){1,2}|[0-9]{1,10})([.][0-9]{1,' || places || '})?')
      then cast(regexp_replace(cell, '[$, ]', '', 'g') as decimal(12, 2))
    when cell is not null then -1 end;
create macro yes_or_no(cell) as
  case when lower(cell) in ('yes', 'y', 'true', '1') then 'yes' when lower(cell) in ('no', 'n', 'false', '0') then 'no'
    else cell end;

-- A level of the matrix; null where the domain does not apply or was left open.
create macro level(cell) as
  case when lower(cell) in ('0', 'n/a') then null
    else coalesce(try_cast(cell as tinyint), case when cell is not null then -1 end) end;
create macro level_in_words(cell) as
  case lower(cell) when 'n/a' then null when 'not applicable' then null
    when 'in crisis' then 1 when 'not applicable due to crisis situation; in ''survival'' mode' then 1
    when 'vulnerable' then 2 when 'safe' then 3 when 'building capacity' then 4 when 'stable' then 4
    when 'empowered' then 5 when 'thriving' then 5 else level(cell) end;

-- The lines of a partner's files: cells trimmed, empty ones null; lines that do not fit the header go to reject_errors.
create macro lines(path, delimiter, letters, names) as table
  select nullif(trim(columns(* exclude filename)), ''), filename as file
  from read_csv(path, auto_detect = false, header = true, delim = delimiter, quote = '"', escape = '"',
    encoding = letters, columns = names, strict_mode = true, nullstr = '', max_line_size = 2000000,
    filename = true, store_rejects = true, rejects_limit = 0);

-- What lies in no month's part is never dropped, as only whole parts are. Rows of months gone by come there with a backup that
-- is put back, and while nobody made parts: besides the months asked for, each month that has such rows gets its part.
create or replace function base.make_audit_parts(first timestamptz, last timestamptz) returns integer
language plpgsql set search_path = pg_catalog as $$
declare
  made integer := 0;
  month timestamp;
  part text;
begin
  -- One at a time, whichever process it runs in.
  perform pg_advisory_xact_lock(hashtext('zavor audit parts'));
  for month in
    select m from generate_series(date_trunc('month', first at time zone 'UTC'), last at time zone 'UTC', interval '1 month') m
    union select distinct date_trunc('month', chained_at at time zone 'UTC') from zavor_parts.audit_entry_rest
      where chained_at <= last
    order by 1
  loop
    part := 'audit_entry_' || to_char(month, 'YYYY_MM');
    if to_regclass('zavor_parts.' || part) is null then
      execute format('create table zavor_parts.%I (like base.audit_entry including defaults including constraints)', part);
      execute format(
        'with moved as (delete from zavor_parts.audit_entry_rest where chained_at >= %L and chained_at < %L returning *)
         insert into zavor_parts.%I select * from moved',
        month at time zone 'UTC', (month + interval '1 month') at time zone 'UTC', part);
      execute format('alter table base.audit_entry attach partition zavor_parts.%I for values from (%L) to (%L)',
        part, month at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
      made := made + 1;
    end if;
  end loop;
  return made;
end
$$;

create or replace function base.make_visit_parts(first timestamptz, last timestamptz) returns integer
language plpgsql set search_path = pg_catalog as $$
declare
  made integer := 0;
  month timestamp;
  kind record;
  part text;
  low text;
  high text;
begin
  perform pg_advisory_xact_lock(hashtext('zavor visit parts'));
  for kind in select * from (values ('visit_count', 'day', true), ('visit_page', 'at', false)) k(tab, col, is_day) loop
    for month in execute format(
      'select m from generate_series(date_trunc(''month'', $1 at time zone ''UTC''), $2 at time zone ''UTC'', interval ''1 month'') m
       union select distinct date_trunc(''month'', %s) from zavor_parts.%I where %I <= $2 order by 1',
      case when kind.is_day then 'day::timestamp' else 'at at time zone ''UTC''' end, kind.tab || '_rest', kind.col)
      using first, last
    loop
      part := kind.tab || '_' || to_char(month, 'YYYY_MM');
      if to_regclass('zavor_parts.' || part) is null then
        low := case when kind.is_day then month::date::text else (month at time zone 'UTC')::text end;
        high := case when kind.is_day then (month + interval '1 month')::date::text
          else ((month + interval '1 month') at time zone 'UTC')::text end;
        execute format('create table zavor_parts.%I (like base.%I including defaults including constraints)', part, kind.tab);
        execute format(
          'with moved as (delete from zavor_parts.%I where %I >= %L and %I < %L returning *)
           insert into zavor_parts.%I select * from moved', kind.tab || '_rest', kind.col, low, kind.col, high, part);
        execute format('alter table base.%I attach partition zavor_parts.%I for values from (%L) to (%L)',
          kind.tab, part, low, high);
        made := made + 1;
      end if;
    end loop;
  end loop;
  return made;
end
$$;

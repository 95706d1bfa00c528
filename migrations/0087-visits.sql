-- Visits, in one part a month: their end is a dropped part (P28). What is counted without consent holds nobody; what is
-- counted by consent holds the random number that the browser was given for it.
create table base.visit_count (
  day date not null,
  -- A page of this site, without query and without what opens something.
  path text not null,
  -- ISO 3166, '??' when the address belongs to none.
  country text not null check (country ~ '^([A-Z]{2}|\?\?)$'),
  -- The host that the visitor came from; '' when they came from nowhere that says so.
  source text not null,
  reader text not null check (reader in ('person', 'program')),
  views bigint not null,
  visits bigint not null,
  -- Between a page and the next of the same visit, and how many pages had a next one.
  seconds bigint not null,
  timed bigint not null,
  primary key (day, path, country, source, reader)
) partition by range (day);
create table zavor_parts.visit_count_rest partition of base.visit_count default;

create table base.visit_page (
  id uuid not null,
  at timestamptz not null,
  visitor_id uuid not null,
  path text not null,
  country text not null check (country ~ '^([A-Z]{2}|\?\?)$'),
  source text not null,
  primary key (id, at)
) partition by range (at);
-- What is under this number?
create index visit_page_visitor on base.visit_page (visitor_id, at);
create table zavor_parts.visit_page_rest partition of base.visit_page default;

-- Makes the parts of the months from `first` to `last` of both tables. What lay in the rest meanwhile moves there.
create function base.make_visit_parts(first timestamptz, last timestamptz) returns integer
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
    month := date_trunc('month', first at time zone 'UTC');
    while month <= last at time zone 'UTC' loop
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
      month := month + interval '1 month';
    end loop;
  end loop;
  return made;
end
$$;
revoke execute on function base.make_visit_parts(timestamptz, timestamptz) from public;

-- Drops every part of one table that ended before `before`, oldest first, and answers how many rows went.
create function base.drop_visit_months(tab text, before timestamptz) returns bigint
language plpgsql set search_path = pg_catalog as $$
declare
  part record;
  gone bigint;
  total bigint := 0;
begin
  perform pg_advisory_xact_lock(hashtext('zavor visit parts'));
  for part in
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = ('base.' || tab)::regclass and c.relname ~ ('^' || tab || '_\d{4}_\d{2}$')
      and (to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month') at time zone 'UTC' <= before
    order by c.relname
  loop
    execute format('select count(*) from zavor_parts.%I', part.name) into gone;
    execute format('drop table zavor_parts.%I', part.name);
    total := total + gone;
  end loop;
  return total;
end
$$;
revoke execute on function base.drop_visit_months(text, timestamptz) from public;
create function base.drop_visit_counts(before timestamptz) returns bigint
language sql set search_path = pg_catalog as $$ select base.drop_visit_months('visit_count', before) $$;
revoke execute on function base.drop_visit_counts(timestamptz) from public;
create function base.drop_visit_pages(before timestamptz) returns bigint
language sql set search_path = pg_catalog as $$ select base.drop_visit_months('visit_page', before) $$;
revoke execute on function base.drop_visit_pages(timestamptz) from public;
select base.make_visit_parts(now(), now() + interval '2 months');

-- What a visitor says now about one purpose, from the ledger: whether a consent stands, given to one of these texts and
-- not longer ago than it lasts.
create function base.visitor_consents(visitor uuid, about text, texts text[], lasts interval, moment timestamptz) returns boolean
language sql stable set search_path = pg_catalog as $$
  select coalesce((
    select c.decision = 'given' and c.text_hash = any (texts)
      and (c.at at time zone 'UTC') + lasts > moment at time zone 'UTC'
    from base.visitor_choice c where c.visitor_id = visitor and c.purpose = about and c.at <= moment
    order by c.at desc, c.id desc limit 1), false)
$$;
revoke execute on function base.visitor_consents(uuid, text, text[], interval, timestamptz) from public;

-- Whoever takes the consent back is not counted by that number, before or after.
create function base.forget_visits() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from base.visit_page where visitor_id = new.visitor_id;
  return null;
end
$$;
revoke execute on function base.forget_visits() from public;
create trigger forget_visits after insert on base.visitor_choice for each row
  when (new.purpose = 'visits' and new.decision = 'withdrawn') execute function base.forget_visits();

-- Adds what was counted. Pages of a visitor only where their consent stands now, and stood at that moment.
create function base.record_visits(counts jsonb, pages jsonb, texts text[], lasts interval) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
  taken integer;
begin
  insert into base.visit_count as v (day, path, country, source, reader, views, visits, seconds, timed)
    select c.day, c.path, c.country, c.source, c.reader, sum(c.views), sum(c.visits), sum(c.seconds), sum(c.timed)
    from jsonb_to_recordset(counts) as c(day date, path text, country text, source text, reader text,
      views bigint, visits bigint, seconds bigint, timed bigint)
    group by 1, 2, 3, 4, 5
    order by 1, 2, 3, 4, 5
  on conflict (day, path, country, source, reader) do update set views = v.views + excluded.views,
    visits = v.visits + excluded.visits, seconds = v.seconds + excluded.seconds, timed = v.timed + excluded.timed;
  with given as materialized (
      select p.* from jsonb_to_recordset(pages) as p(id uuid, at timestamptz, "visitorId" uuid, path text, country text, source text)),
    willing as materialized (
      select g.visitor from (select distinct "visitorId" as visitor from given) g
      where base.visitor_consents(g.visitor, 'visits', texts, lasts, now()))
  insert into base.visit_page (id, at, visitor_id, path, country, source)
    select g.id, g.at, g."visitorId", g.path, g.country, g.source from given g join willing w on w.visitor = g."visitorId"
    where base.visitor_consents(g."visitorId", 'visits', texts, lasts, g.at);
  get diagnostics taken = row_count;
  return taken;
end
$$;
revoke execute on function base.record_visits(jsonb, jsonb, text[], interval) from public;

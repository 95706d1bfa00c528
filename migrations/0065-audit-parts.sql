-- The access log lies in one part a month, by when an entry was chained: its end is a dropped part (P28).
create schema zavor_parts;

alter table base.audit_head add column at timestamptz(3) not null default '-infinity';

alter table base.audit_entry rename to audit_entry_whole;
alter index base.audit_entry_subjects rename to audit_entry_whole_subjects;
alter index base.audit_entry_account rename to audit_entry_whole_account;

create table base.audit_entry (
  seq bigint not null,
  id uuid not null,
  at timestamptz(3) not null,
  actor_kind text not null,
  actor_id uuid,
  account_id uuid,
  purpose text not null,
  operation text not null,
  via text not null,
  outcome text not null,
  subjects uuid[] not null,
  hash bytea not null,
  -- Never earlier than that of the entry before, so that parts follow one another as the chain does.
  chained_at timestamptz(3) not null,
  primary key (seq, chained_at)
) partition by range (chained_at);
-- Who looked at this person's data?
create index audit_entry_subjects on base.audit_entry using gin (subjects);
-- What happened in this account, newest first?
create index audit_entry_account on base.audit_entry (account_id, seq desc);

-- Takes what no month's part was made for: an entry is never lost.
create table zavor_parts.audit_entry_rest partition of base.audit_entry default;

-- What was dropped at the end of its period: the chain goes on from here.
create table base.audit_anchor (
  seq bigint primary key,
  hash bytea not null,
  -- When the last dropped entry was chained.
  chained_at timestamptz(3) not null,
  entries bigint not null,
  dropped_at timestamptz(3) not null default clock_timestamp()
);

-- Makes the parts of the months from `first` to `last`. What lay in the rest meanwhile moves to where it belongs.
create function base.make_audit_parts(first timestamptz, last timestamptz) returns integer
language plpgsql set search_path = pg_catalog as $$
declare
  made integer := 0;
  month timestamp := date_trunc('month', first at time zone 'UTC');
  part text;
begin
  -- One at a time, whichever process it runs in.
  perform pg_advisory_xact_lock(hashtext('zavor audit parts'));
  while month <= last at time zone 'UTC' loop
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
    month := month + interval '1 month';
  end loop;
  return made;
end
$$;
revoke execute on function base.make_audit_parts(timestamptz, timestamptz) from public;

-- Drops every part that ended before `before`, oldest first, and answers how many entries went.
create function base.drop_audit_parts(before timestamptz) returns bigint
language plpgsql set search_path = pg_catalog as $$
declare
  part record;
  last record;
  gone bigint;
  total bigint := 0;
begin
  perform pg_advisory_xact_lock(hashtext('zavor audit parts'));
  for part in
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'base.audit_entry'::regclass and c.relname ~ '^audit_entry_\d{4}_\d{2}$'
      and (to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month') at time zone 'UTC' <= before
    order by c.relname
  loop
    execute format('select count(*) from zavor_parts.%I', part.name) into gone;
    if gone > 0 then
      execute format('select seq, hash, chained_at from zavor_parts.%I order by seq desc limit 1', part.name) into last;
      insert into base.audit_anchor (seq, hash, chained_at, entries) values (last.seq, last.hash, last.chained_at, gone);
    end if;
    execute format('drop table zavor_parts.%I', part.name);
    total := total + gone;
  end loop;
  return total;
end
$$;
revoke execute on function base.drop_audit_parts(timestamptz) from public;

select base.make_audit_parts(
  coalesce((select min(at) from base.audit_entry_whole), now()), now() + interval '2 months');
insert into base.audit_entry
  select e.*, max(e.at) over (order by e.seq) from base.audit_entry_whole e;
update base.audit_head set at = coalesce((select max(chained_at) from base.audit_entry), '-infinity');
drop table base.audit_entry_whole;

create or replace function base.audit_append(entries jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
  head base.audit_head%rowtype;
  e record;
begin
  select * into head from base.audit_head where id = 1 for update;
  -- Under the head's lock, and never back, whatever the clock does.
  head.at := greatest(head.at, clock_timestamp());
  for e in
    select * from jsonb_to_recordset(entries) as r(
      id uuid, at timestamptz, actor_kind text, actor_id uuid, account_id uuid, purpose text,
      operation text, via text, outcome text, subjects uuid[], line text, inbox boolean)
  loop
    if e.inbox then
      delete from base.audit_inbox i where i.id = e.id;
      if not found then continue; end if;
    end if;
    head.seq := head.seq + 1;
    head.hash := sha256(head.hash || convert_to(head.seq || ' ' || e.line, 'UTF8'));
    insert into base.audit_entry
      (seq, id, at, actor_kind, actor_id, account_id, purpose, operation, via, outcome, subjects, hash, chained_at)
    values (head.seq, e.id, e.at, e.actor_kind, e.actor_id, e.account_id, e.purpose, e.operation, e.via, e.outcome,
      e.subjects, head.hash, head.at);
  end loop;
  update base.audit_head h set seq = head.seq, hash = head.hash, at = head.at where h.id = 1;
  return head.seq;
end
$$;

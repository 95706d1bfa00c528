-- What a database restored from an earlier state has to do again before it opens: erasures and what limits people. Each is
-- noted here in the transaction of the change itself, and then written to the ledger outside the database.
create table base.ledger_entry (
  account_id uuid not null,
  id uuid not null,
  -- Given by trigger from one sequence. Of one person or account it is the order of the commits, as their row was locked.
  place bigint not null,
  -- The line as it stands outside, without its hash. Ids, kinds and times; nothing that leads back to anybody.
  line text not null,
  -- Which line outside it is; null until it stands there.
  seq bigint,
  at timestamptz not null,
  primary key (account_id, id)
);
-- What still has to be written outside, in order?
create index ledger_entry_waiting on base.ledger_entry (place) where seq is null;
-- Does this database know that line?
create index ledger_entry_seq on base.ledger_entry (seq);
create index ledger_entry_by_id on base.ledger_entry (id);

create sequence base.ledger_place as bigint;

-- The last line outside that this database knows, and its hash: none is 0.
create table base.ledger_head (
  id integer primary key check (id = 1),
  seq bigint not null,
  hash bytea not null
);
insert into base.ledger_head (id, seq, hash) values (1, 0, sha256('zavor erasures'::bytea));

create function base.erasure_line(e base.erasure_entry) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select json_build_object('id', e.id, 'kind', 'erasure', 'accountId', e.account_id, 'personId', e.person_id,
    'persons', e.persons, 'at', e.at, 'counts', e.counts)::text
$$;
create function base.limit_line(l base.limit_entry, id uuid) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select json_build_object('id', id, 'kind', 'limit', 'accountId', l.account_id, 'personId', l.person_id, 'at', l.at,
    'limit', l.kind, 'purpose', l.purpose, 'textHash', l.text_hash, 'byKind', l.by_kind, 'byId', l.by_id)::text
$$;
revoke execute on function base.erasure_line(base.erasure_entry), base.limit_line(base.limit_entry, uuid) from public;

create function base.note_erasure() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into base.ledger_entry (account_id, id, place, line, at)
    values (new.account_id, new.id, nextval('base.ledger_place'), base.erasure_line(new), new.at);
  return null;
end
$$;
create function base.note_limit() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  note uuid := gen_random_uuid();
begin
  insert into base.ledger_entry (account_id, id, place, line, at)
    values (new.account_id, note, nextval('base.ledger_place'), base.limit_line(new, note), new.at);
  return null;
end
$$;
revoke execute on function base.note_erasure(), base.note_limit() from public;
create trigger note_erasure after insert on base.erasure_entry for each row execute function base.note_erasure();
create trigger note_limit after insert on base.limit_entry for each row execute function base.note_limit();

-- What happened before this ledger was kept. The id of a limit follows from its entry, so that every copy of this database
-- gives it the same.
insert into base.ledger_entry (account_id, id, place, line, at)
  select account_id, id, nextval('base.ledger_place'), line, at from (
    select e.account_id, e.id, base.erasure_line(e) as line, e.at, 0 as number from base.erasure_entry e
    union all
    select l.account_id, n.id, base.limit_line(l, n.id), l.at, l.number from base.limit_entry l
      cross join lateral (select md5('limit ' || l.account_id || ' ' || l.person_id || ' ' || l.number)::uuid as id) n
    order by at, number) known;

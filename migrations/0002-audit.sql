-- A write's entry is committed here together with the write, and chained right after: it exists exactly if the write does.
create table base.audit_inbox (
  id uuid primary key,
  at timestamptz(3) not null,
  actor_kind text not null,
  actor_id uuid,
  account_id uuid,
  purpose text not null,
  operation text not null,
  via text not null,
  outcome text not null,
  subjects uuid[] not null
);

-- The access log: append-only, each entry hashed over the one before it.
create table base.audit_entry (
  seq bigint primary key,
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
  hash bytea not null
);
-- Who looked at this person's data?
create index audit_entry_subjects on base.audit_entry using gin (subjects);
-- What happened in this account, newest first?
create index audit_entry_account on base.audit_entry (account_id, seq desc);

create table base.audit_head (
  id integer primary key check (id = 1),
  seq bigint not null,
  hash bytea not null
);
insert into base.audit_head (id, seq, hash) values (1, 0, sha256('zavor audit chain'::bytea));

-- Chains a batch in one round trip. The head row's lock puts all writers in one order.
-- An entry from the inbox that is no longer there was chained by somebody else: it is passed over.
create function base.audit_append(entries jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
  head base.audit_head%rowtype;
  e record;
begin
  select * into head from base.audit_head where id = 1 for update;
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
      (seq, id, at, actor_kind, actor_id, account_id, purpose, operation, via, outcome, subjects, hash)
    values (head.seq, e.id, e.at, e.actor_kind, e.actor_id, e.account_id, e.purpose, e.operation, e.via, e.outcome,
      e.subjects, head.hash);
  end loop;
  update base.audit_head h set seq = head.seq, hash = head.hash where h.id = 1;
  return head.seq;
end
$$;

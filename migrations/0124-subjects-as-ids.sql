-- As before, but whom the entries are about comes as one array of ids and how many of them each entry has: an entry about
-- thousands of people is read as ids then, not as a text of ids.
-- Chains a batch in one round trip and one statement. The head row's lock puts all writers in one order.
-- The arrays run side by side: the n-th of each is the n-th entry's. `everybody` are the subjects of the first entry, then of
-- the second, and so on; `joined_lines` are JSON, which holds no line break of its own; `inboxed` says that the entry was
-- committed with its write and is moved from the inbox. One that is no longer there was chained by somebody else: it is
-- passed over.
drop function base.audit_append(uuid[], timestamptz[], text[], uuid[], uuid[], text[], text[], text[], text[], text[], text,
  boolean[]);
create function base.audit_append(ids uuid[], ats timestamptz[], actor_kinds text[], actor_ids uuid[], account_ids uuid[],
  purposes text[], operations text[], vias text[], outcomes text[], everybody uuid[], counts integer[], joined_lines text,
  inboxed boolean[])
returns bigint
language plpgsql security definer set search_path = pg_catalog
  set enable_seqscan = off set plan_cache_mode = 'force_generic_plan' as $$
declare
  -- Plain variables: a field of a record costs six times as much to set.
  last bigint;
  link bytea;
  moment timestamptz(3);
  lines text[] := string_to_array(joined_lines, E'\n');
  moved uuid[] := '{}';
  seqs bigint[] := '{}';
  hashes bytea[] := '{}';
  firsts integer[] := '{}';
  first integer := 1;
begin
  -- Under the head's lock, and never back, whatever the clock does.
  select h.seq, h.hash, h.at into last, link, moment from base.audit_head h where h.id = 1 for update;
  moment := greatest(moment, clock_timestamp());
  if true = any (inboxed) then
    with gone as (
      delete from base.audit_inbox i
      where i.id = any (array(select e.id from unnest(ids, inboxed) as e(id, inbox) where e.inbox))
      returning i.id
    )
    select coalesce(array_agg(gone.id), '{}') into moved from gone;
  end if;
  for n in 1 .. cardinality(ids) loop
    firsts := firsts || first;
    first := first + counts[n];
    if inboxed[n] then
      if ids[n] = any (moved) then
        -- Once, though a batch may hold it twice.
        moved := array_remove(moved, ids[n]);
      else
        seqs := seqs || null::bigint;
        hashes := hashes || null::bytea;
        continue;
      end if;
    end if;
    last := last + 1;
    link := sha256(link || convert_to(last || ' ' || lines[n], 'UTF8'));
    seqs := seqs || last;
    hashes := hashes || link;
  end loop;
  insert into base.audit_entry
    (seq, id, at, actor_kind, actor_id, account_id, purpose, operation, via, outcome, subjects, hash, chained_at)
  select e.seq, e.id, e.at, e.actor_kind, e.actor_id, e.account_id, e.purpose, e.operation, e.via, e.outcome,
      everybody[e.first : e.first + e.people - 1], e.hash, moment
    from unnest(seqs, ids, ats, actor_kinds, actor_ids, account_ids, purposes, operations, vias, outcomes, firsts, counts, hashes)
      as e(seq, id, at, actor_kind, actor_id, account_id, purpose, operation, via, outcome, first, people, hash)
    where e.seq is not null;
  update base.audit_head h set seq = last, hash = link, at = moment where h.id = 1;
  return last;
end
$$;
revoke execute on function base.audit_append(uuid[], timestamptz[], text[], uuid[], uuid[], text[], text[], text[], text[],
  uuid[], integer[], text, boolean[]) from public;

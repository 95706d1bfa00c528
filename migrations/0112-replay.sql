-- After a restore: a limit that the ledger outside knows acts again, with its own time and author. False: the person is not
-- there, or no longer.
create function base.replay_limit(account uuid, person uuid, limited_purpose text, limit_kind text, fingerprint text,
  set_by_kind text, set_by_id uuid, was_at timestamptz)
returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform from base.person p where p.account_id = account and p.id = person and p.erased_at is null for no key update;
  if not found then
    return false;
  end if;
  insert into base.limit_entry (account_id, person_id, number, purpose, kind, text_hash, by_kind, by_id, at)
    select account, person, coalesce(max(l.number), 0) + 1, limited_purpose, limit_kind, fingerprint, set_by_kind, set_by_id, was_at
    from base.limit_entry l where l.account_id = account and l.person_id = person;
  -- What the trigger noted of it stands outside already.
  delete from base.ledger_entry e where e.place = currval('base.ledger_place');
  perform base.apply_marker(account, person, base.marker_of(account, person));
  return true;
end
$$;

-- This database knows that line of the ledger outside: it was done again, or concerns nobody here.
create function base.know_line(account uuid, line_id uuid, said text, number bigint, was_at timestamptz) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into base.ledger_entry (account_id, id, place, line, seq, at)
    values (account, line_id, nextval('base.ledger_place'), said, number, was_at)
    on conflict (account_id, id) do update set seq = excluded.seq, line = excluded.line
$$;
revoke execute on function base.replay_limit(uuid, uuid, text, text, text, text, uuid, timestamptz),
  base.know_line(uuid, uuid, text, bigint, timestamptz) from public;

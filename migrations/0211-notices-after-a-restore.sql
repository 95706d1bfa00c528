-- Who was still to be told of an erasure (Art. 19) is told all the same when an older backup is restored: the line of an
-- erasure by request names that request, and a recipient who was told has a line. No name of anybody.

create or replace function base.erasure_line(e base.erasure_entry) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select json_build_object('id', e.id, 'kind', 'erasure', 'accountId', e.account_id, 'personId', e.person_id,
    'persons', e.persons, 'at', e.at, 'counts', e.counts, 'caseId', e.case_id)::text
$$;

-- What a request and one of its recipients are outside: by the oldest entry of the register of disclosures by which they got
-- the data, which a restored database knows too, or by what the policy calls them.
create function base.told_mark(request uuid, recipient text, disclosures uuid[]) returns uuid
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select md5('told ' || request || ' ' || coalesce((select d::text from unnest(disclosures) d order by d limit 1), recipient))::uuid
$$;
create function base.note_told() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform base.note_end(new.account_id, tg_argv[0], base.told_mark(new.case_id, new.recipient, new.disclosures), array[new.how]);
  return null;
end
$$;
revoke execute on function base.note_told() from public;
create trigger note_ended_told after update on base.rights_recipient for each row
  when (old.status = 'to_tell' and new.status <> 'to_tell') execute function base.note_told('recipient_told');

-- Requests that are answered already: who of their recipients was told before this was noted.
insert into base.ledger_entry (account_id, id, place, line, at)
  select account_id, id, nextval('base.ledger_place'), base.end_line(id, account_id, 'recipient_told', of, array[how], settled_at), settled_at
  from (
    select r.account_id, r.how, r.settled_at, base.told_mark(r.case_id, r.recipient, r.disclosures) as of,
      md5('end recipient_told ' || r.account_id || ' ' || base.told_mark(r.case_id, r.recipient, r.disclosures))::uuid as id
    from base.rights_recipient r where r.status <> 'to_tell' and r.how <> 'in_place'
    order by r.settled_at, r.id) known
  on conflict (account_id, id) do nothing;

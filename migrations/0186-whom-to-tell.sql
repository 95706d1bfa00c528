-- To whom data of these people was disclosed, of what they may know: for passing a change or an erasure on (Art. 19). Also where
-- the person's own letter about it has not left yet; nothing of what the law still forbids telling.
create function base.disclosures_of(account uuid, people uuid[])
returns table (person_id uuid, recipient text, disclosure_id uuid, given_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select s.person_id, d.asked_by, d.id, d.given_at
  from base.disclosure_subject s join base.disclosure d on d.id = s.disclosure_id
  where s.account_id = account and s.person_id = any (people)
    and (d.telling = 'tell' or exists (select from base.disclosure_lifting l where l.disclosure_id = d.id))
$$;
revoke execute on function base.disclosures_of(uuid, uuid[]) from public;

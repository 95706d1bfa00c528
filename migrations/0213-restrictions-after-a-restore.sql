-- Who was still to be told of a restriction (Art. 19) is told all the same when an older backup is restored: the line of a
-- restriction by request names that request, as the line of an erasure does.
create or replace function base.limit_line(l base.limit_entry, id uuid) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select json_build_object('id', id, 'kind', 'limit', 'accountId', l.account_id, 'personId', l.person_id, 'at', l.at,
    'limit', l.kind, 'purpose', l.purpose, 'textHash', l.text_hash, 'byKind', l.by_kind, 'byId', l.by_id, 'caseId',
    case when l.kind = 'restricted' then nullif(current_setting('zavor.request', true), '')::uuid end)::text
$$;

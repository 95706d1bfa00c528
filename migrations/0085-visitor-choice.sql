-- What visitors without an account chose, by a random number that leads to no person: the proof of Article 7(1).
create table base.visitor_choice (
  id uuid primary key,
  visitor_id uuid not null,
  purpose text not null,
  decision text not null check (decision in ('given', 'refused', 'withdrawn')),
  method text not null check (method in ('accept', 'reject', 'save', 'gpc', 'dnt', 'withdraw')),
  text_hash text references base.notice_text,
  text_version text not null,
  text_language text check (text_language in ('ro', 'en')),
  surface text not null,
  path text not null check (path ~ '^/[^?#[:space:]]*$' and length(path) <= 500),
  at timestamptz not null default clock_timestamp(),
  -- A signal of the browser answers before any text is shown; it never agrees.
  check ((method in ('gpc', 'dnt')) = (text_hash is null)),
  check ((text_hash is null) = (text_language is null)),
  check (text_hash is not null or decision <> 'given')
);
-- What did this visitor choose, in order?
create index visitor_choice_visitor on base.visitor_choice (visitor_id, id);
-- Which choices are past their period?
create index visitor_choice_due on base.visitor_choice (at);

-- Adds an entry with the exact text, once each. Nothing changes or removes one but the end of its period.
create function base.record_visitor_choice(entry uuid, visitor uuid, about text, choice text, how text, words text,
  version text, language text, place text, page text)
returns void
language plpgsql security definer set search_path = pg_catalog as $$
#variable_conflict use_variable
declare
  fingerprint text := encode(sha256(convert_to(words, 'UTF8')), 'hex');
begin
  if words is not null then
    insert into base.notice_text (hash, words, version, language) values (fingerprint, words, version, language)
      on conflict (hash) do nothing;
  end if;
  insert into base.visitor_choice
      (id, visitor_id, purpose, decision, method, text_hash, text_version, text_language, surface, path)
    values (entry, visitor, about, choice, how, fingerprint, version, language, place, page);
end
$$;
revoke execute on function base.record_visitor_choice(uuid, uuid, text, text, text, text, text, text, text, text) from public;

-- The exact words that somebody was shown when something was asked of them, once each. The hash is theirs and no other's.
create table base.notice_text (
  hash text primary key check (hash = encode(sha256(convert_to(words, 'UTF8')), 'hex')),
  words text not null,
  version text not null,
  language text not null check (language in ('ro', 'en')),
  first_shown_at timestamptz not null default clock_timestamp()
);

alter table base.consent_entry alter column text_hash type text using encode(text_hash, 'hex');
alter table base.consent_entry add column path text check (path ~ '^/[^?#[:space:]]*$');
alter table base.consent_entry drop constraint consent_entry_decision_check;
alter table base.consent_entry add check (decision in ('given', 'refused', 'withdrawn'));
alter table base.consent_entry drop constraint consent_entry_method_check;
alter table base.consent_entry add check (method in ('accept', 'reject', 'save', 'gpc', 'dnt', 'withdraw'));
-- Entries from before the texts were kept name a text that is not here.
alter table base.consent_entry add foreign key (text_hash) references base.notice_text not valid;

-- Which text a consent was given to: to any other it does not stand.
alter table base.limit_entry add column text_hash text;
-- Which consents were given long enough ago to end?
create index limit_entry_consent on base.limit_entry (at) where kind = 'consent_given';

-- Writes the proof of a choice and lets it act, or neither. A refusal acts like a withdrawal: there is no consent.
create function base.record_consent(account uuid, person uuid, entry uuid, about text, choice text, how text, words text,
  version text, language text, place text, page text, set_by_kind text, set_by_id uuid)
returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
#variable_conflict use_variable
declare
  next_number integer;
  fingerprint text := encode(sha256(convert_to(words, 'UTF8')), 'hex');
begin
  perform from base.person p where p.account_id = account and p.id = person and p.erased_at is null for no key update;
  if not found then
    return false;
  end if;
  insert into base.notice_text (hash, words, version, language) values (fingerprint, words, version, language)
    on conflict (hash) do nothing;
  insert into base.consent_entry
      (account_id, id, person_id, purpose, decision, method, text_hash, text_version, text_language, surface, path)
    values (account, entry, person, about, choice, how, fingerprint, version, language, place, page);
  select coalesce(max(l.number), 0) + 1 into next_number
    from base.limit_entry l where l.account_id = account and l.person_id = person;
  insert into base.limit_entry (account_id, person_id, number, purpose, kind, text_hash, by_kind, by_id)
    values (account, person, next_number, about,
      case when choice = 'given' then 'consent_given' else 'consent_missing' end, fingerprint, set_by_kind, set_by_id);
  perform base.apply_marker(account, person, base.marker_of(account, person));
  return true;
end
$$;
revoke execute on function base.record_consent(uuid, uuid, uuid, text, text, text, text, text, text, text, text, text, uuid) from public;

-- A limit alone is no consent: without its proof nobody is let into a purpose that needs one.
alter table base.limit_entry add constraint limit_entry_consented check (kind <> 'consent_given' or text_hash is not null) not valid;

-- A consent to a transfer of the business is one to this transfer and to no other (Art. 4(11)): its proof names the campaign and
-- keeps the words that were asked, a no to one leaves a yes to another standing, and what takes the purpose's consent back
-- takes every yes with it, so that none comes back with a later consent to something else.

-- The one question that it answers, where a purpose is asked about each time anew, and its exact words.
alter table base.consent_entry add column scope uuid;
alter table base.consent_entry add column question_hash text references base.notice_text;
alter table base.consent_entry add check (question_hash is null or scope is not null);
update base.consent_entry e set scope = s.campaign_id from base.succession_answer s
  where e.purpose = 'succession' and s.account_id = e.account_id and s.person_id = e.person_id
    and e.at between s.answered_at - interval '1 minute' and s.answered_at + interval '1 minute';

-- As base.record_consent, for one question of the purpose. `stays`: a yes to another of its questions stands, so that a no to
-- this one is proof of itself and leaves the person within the purpose.
create function base.record_answer(account uuid, person uuid, entry uuid, about text, choice text, how text, words text,
  version text, language text, place text, page text, set_by_kind text, set_by_id uuid, question uuid, asked text, stays boolean)
returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
#variable_conflict use_variable
declare
  next_number integer;
  fingerprint text := encode(sha256(convert_to(words, 'UTF8')), 'hex');
  asked_print text := encode(sha256(convert_to(asked, 'UTF8')), 'hex');
begin
  perform from base.person p where p.account_id = account and p.id = person and p.erased_at is null for no key update;
  if not found then
    return false;
  end if;
  insert into base.notice_text (hash, words, version, language)
    values (fingerprint, words, version, language), (asked_print, asked, version, language) on conflict (hash) do nothing;
  insert into base.consent_entry (account_id, id, person_id, purpose, decision, method, text_hash, text_version, text_language,
      surface, path, scope, question_hash)
    values (account, entry, person, about, choice, how, fingerprint, version, language, place, page, question, asked_print);
  if choice <> 'given' and stays then
    return true;
  end if;
  select coalesce(max(l.number), 0) + 1 into next_number
    from base.limit_entry l where l.account_id = account and l.person_id = person;
  insert into base.limit_entry (account_id, person_id, number, purpose, kind, text_hash, by_kind, by_id)
    values (account, person, next_number, about,
      case when choice = 'given' then 'consent_given' else 'consent_missing' end, fingerprint, set_by_kind, set_by_id);
  perform base.apply_marker(account, person, base.marker_of(account, person));
  return true;
end
$$;
revoke execute on function base.record_answer(uuid, uuid, uuid, text, text, text, text, text, text, text, text, text, uuid, uuid, text, boolean)
  from public;

-- By it the ledger outside names an answer.
alter table base.succession_answer add column id uuid not null default gen_random_uuid();
-- Which answer does this line of the ledger outside mean?
create unique index succession_answer_id on base.succession_answer (account_id, id);

-- Whoever is out of the purpose, by a request, by a restriction of time or by their last no, has no yes left: each stands as
-- not answered. What was handed over keeps when it was agreed to.
create function base.fall_succession_answers() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update base.succession_answer s set answer = null, answered_at = null, answered_by = null,
      agreed_at = case when s.handed_over_at is not null then s.agreed_at end
    where s.account_id = new.account_id and s.person_id = new.person_id and s.answer = 'yes';
  return null;
end
$$;
revoke execute on function base.fall_succession_answers() from public;
create trigger fall_succession_answers after insert on base.limit_entry for each row
  when (new.kind = 'consent_missing' and new.purpose = 'succession') execute function base.fall_succession_answers();

-- A yes to one that was taken back while a yes to another stands is in no line of the ledger of limits. What falls with a limit
-- has that limit's line.
create trigger note_ended after update on base.succession_answer for each row
  when (old.answer = 'yes' and new.answer is distinct from 'yes' and pg_trigger_depth() = 0)
  execute function base.note_ended('succession_answer');

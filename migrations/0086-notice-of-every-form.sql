-- Which notice stood beside the fields of any form, whatever its purpose: each exact text once for a person and form.
alter table base.notice_served drop constraint notice_served_form_check;
alter table base.notice_served add check (form ~ '^[a-z_.]{1,60}$');

create function base.record_notice(account uuid, person uuid, entry uuid, of_form text, words text, version text,
  language text, page text)
returns void
language plpgsql security definer set search_path = pg_catalog as $$
#variable_conflict use_variable
declare
  fingerprint text := encode(sha256(convert_to(words, 'UTF8')), 'hex');
begin
  if exists (select from base.notice_served s where s.account_id = account and s.person_id = person
      and s.form = of_form and s.text_hash = fingerprint) then
    return;
  end if;
  insert into base.notice_text (hash, words, version, language) values (fingerprint, words, version, language)
    on conflict (hash) do nothing;
  insert into base.notice_served (account_id, id, person_id, form, text_hash, text_version, text_language, path)
    values (account, entry, person, of_form, fingerprint, version, language, page);
end
$$;
revoke execute on function base.record_notice(uuid, uuid, uuid, text, text, text, text, text) from public;

-- The same for a form that makes no person: which notice stood beside the fields of this report.
create table base.visitor_notice (
  id uuid primary key,
  form text not null check (form ~ '^[a-z_.]{1,60}$'),
  -- What the form made: no person, and nothing by itself.
  made uuid not null,
  text_hash text not null references base.notice_text,
  text_version text not null,
  text_language text not null check (text_language in ('ro', 'en')),
  path text not null check (path ~ '^/[^?#[:space:]]*$'),
  at timestamptz not null default clock_timestamp()
);
-- Which notices are past their period?
create index visitor_notice_due on base.visitor_notice (at);

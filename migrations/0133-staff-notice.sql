-- Which notice stood beside the fields when one of the staff typed into them: each exact text once for a person and form.
create table base.staff_notice (
  id uuid primary key,
  staff_id uuid not null references base.staff,
  form text not null check (form ~ '^[a-z_.]{1,60}$'),
  text_hash text not null references base.notice_text,
  text_version text not null,
  text_language text not null check (text_language in ('ro', 'en')),
  path text not null check (path ~ '^/[^?#[:space:]]*$'),
  at timestamptz not null default clock_timestamp()
);
-- Was this text noted for this person and form?
create unique index staff_notice_once on base.staff_notice (staff_id, form, text_hash);
-- Which notices are past their period?
create index staff_notice_due on base.staff_notice (at);

create function base.record_staff_notice(staff uuid, entry uuid, of_form text, words text, version text, language text, page text)
returns void
language plpgsql security definer set search_path = pg_catalog as $$
#variable_conflict use_variable
declare
  fingerprint text := encode(sha256(convert_to(words, 'UTF8')), 'hex');
begin
  insert into base.notice_text (hash, words, version, language) values (fingerprint, words, version, language)
    on conflict (hash) do nothing;
  insert into base.staff_notice (id, staff_id, form, text_hash, text_version, text_language, path)
    values (entry, staff, of_form, fingerprint, version, language, page)
    on conflict (staff_id, form, text_hash) do nothing;
end
$$;
revoke execute on function base.record_staff_notice(uuid, uuid, text, text, text, text, text) from public;

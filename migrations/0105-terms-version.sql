-- Each published version of the terms (P21): its words in both languages, as they were. Nobody changes or removes one.
create table base.terms_version (
  id uuid not null primary key,
  number integer not null unique check (number >= 1),
  -- What people call it: the month in which it was written.
  version text not null unique check (version ~ '^[0-9]{4}-[0-9]{2}(\.[0-9]+)?$'),
  text_ro text not null,
  text_en text not null,
  -- SHA-256 of both, so that anybody can see that they are still what was accepted.
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  published_at timestamptz not null,
  -- Null: by the set-up.
  by_staff uuid
);
create trigger terms_version_stays before update or delete on base.terms_version
  for each row execute function base.refuse_change();
create trigger terms_version_stays_whole before truncate on base.terms_version
  for each statement execute function base.refuse_change();

-- An acceptance points at the version that was accepted. Null: before there were versions.
alter table base.terms_acceptance add column version_id uuid references base.terms_version;
-- Has this client accepted this version? Once is enough.
create unique index terms_acceptance_once on base.terms_acceptance (account_id, version_id, person_id) where version_id is not null;

-- Which client was told of which version. The key is what keeps anybody from being told twice.
create table base.terms_notice (
  account_id uuid not null references base.account,
  version_id uuid not null references base.terms_version,
  told_at timestamptz not null,
  primary key (account_id, version_id)
);

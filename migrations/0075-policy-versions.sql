-- Some rows are facts that were told to people: whoever asks, they are never changed and never taken away.
create function base.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = 'ZV409';
end
$$;
revoke execute on function base.refuse_change() from public;

-- Each published version of the policy: its words in both languages and its machine half, as they were.
create table base.policy_version (
  id uuid not null primary key,
  number integer not null unique check (number >= 1),
  -- What people call it, as policy.ts has it.
  version text not null unique,
  machine jsonb not null,
  text_ro text not null,
  text_en text not null,
  -- SHA-256 of the three above, so that anybody can see that they are still what was published.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  -- In words, against the version before; of the first version an empty list.
  changes jsonb not null,
  weight text not null check (weight in ('first', 'material', 'minor')),
  effective_on date not null,
  published_at timestamptz not null default clock_timestamp(),
  -- Null: from the command line, or by the set-up.
  by_staff uuid
);
create trigger policy_version_stays before update or delete on base.policy_version
  for each row execute function base.refuse_change();
create trigger policy_version_stays_whole before truncate on base.policy_version
  for each statement execute function base.refuse_change();

-- Who was told of which material version. The key is what keeps anybody from being told twice.
create table base.policy_notice (
  account_id uuid not null,
  person_id uuid not null,
  version_id uuid not null references base.policy_version,
  told_at timestamptz not null default clock_timestamp(),
  marker integer not null default 0,
  primary key (account_id, person_id, version_id),
  foreign key (account_id, person_id) references base.person
);

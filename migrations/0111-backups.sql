-- Backups made and found at their place, and those that failed: what lies where, since when, until when.
create table base.backup_run (
  id uuid primary key,
  -- Null: it failed before there was one.
  name text,
  place text not null,
  -- found: it lay there and this database knew nothing of it, as after a restore.
  how text not null check (how in ('schedule', 'command', 'found')),
  started_at timestamptz not null,
  finished_at timestamptz not null,
  bytes bigint,
  row_count bigint,
  file_count bigint,
  policy_version text,
  -- Who can open it: age recipients, public keys.
  recipients text[] not null default '{}',
  expires_at timestamptz,
  -- When it was no longer found: expired and removed, or taken away.
  gone_at timestamptz,
  -- What stopped it, for the operator.
  failure text,
  check ((name is null) = (failure is not null))
);
-- What was made last, and what is there?
create index backup_run_newest on base.backup_run (started_at desc, id desc);

-- Each opening after a restore, with its report.
create table base.restore_run (
  id uuid primary key,
  kind text not null check (kind in ('backup', 'in_place')),
  -- The backup's name; null in place.
  name text,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  report jsonb not null
);
create index restore_run_newest on base.restore_run (finished_at desc, id desc);

-- That something was erased, at whose word, and what a law keeps: ids and counts, nothing that leads back to anybody.
create table base.erasure_entry (
  account_id uuid not null references base.account,
  id uuid not null,
  -- Null: the whole account.
  person_id uuid,
  persons uuid[] not null,
  by_kind text not null check (by_kind in ('person', 'staff', 'system')),
  by_id uuid,
  counts jsonb not null,
  kept jsonb not null,
  -- The receipt's link opens with a token of which only this hash is kept.
  receipt_hash text not null,
  at timestamptz not null default clock_timestamp(),
  -- Files are gone and the entry stands in the log outside the database.
  finished_at timestamptz,
  primary key (account_id, id)
);
-- Is this link to a receipt good?
create index erasure_entry_receipt on base.erasure_entry (receipt_hash);
-- What was erased lately, newest first; what is not finished?
create index erasure_entry_newest on base.erasure_entry (at desc, id desc);

-- Where a receipt still has to go: the address alone, sealed with the provider's key, until the letter left.
create table base.erasure_notice (
  account_id uuid not null,
  id uuid not null,
  erasure_id uuid not null,
  sealed bytea not null,
  language text not null check (language in ('ro', 'en')),
  created_at timestamptz not null default clock_timestamp(),
  primary key (account_id, id),
  foreign key (account_id, erasure_id) references base.erasure_entry
);

-- Takes waiting jobs out of the queue that speak of what is erased. A job that runs now is left: it finds nothing.
create function base.drop_jobs(ids uuid[]) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
  dropped bigint;
begin
  delete from graphile_worker._private_jobs j
    where j.locked_at is null and exists (select from unnest(ids) i where strpos(j.payload::text, i::text) > 0);
  get diagnostics dropped = row_count;
  return dropped;
end
$$;

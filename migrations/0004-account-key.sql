-- One random key per account, wrapped by the desk's key. Destroying the row makes everything sealed under it unreadable,
-- in every backup too that does not hold the row.
create table base.account_key (
  account_id uuid primary key,
  wrapped bytea not null,
  created_at timestamptz not null default now(),
  destroyed_at timestamptz
);

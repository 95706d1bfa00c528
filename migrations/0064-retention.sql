-- What ends by time: each question below is asked by the retention job, oldest first.
-- Which closed tickets are past their period?
create index ticket_due on base.ticket (closed_at) where closed_at is not null;
-- Which orders came to their end long enough ago?
create index order_due on base."order" (status_at) where status in ('confirmed', 'declined', 'cancelled');
-- Which secure requests ran out long enough ago?
create index secret_request_due on base.secret_request (expires_at);
-- Which letters were written long enough ago?
create index letter_due on base.letter (created_at);
create index staff_letter_due on base.staff_letter (created_at);
create index message_notice_due on base.message_notice (created_at);
-- Which sessions ran out long enough ago?
create index login_session_due on base.login_session (expires_at);
-- Whose proofs are past their period?
create index person_erased on base.person (erased_at) where erased_at is not null;
-- Who is restricted now?
create index limit_entry_person on base.limit_entry (account_id, person_id, number desc) where purpose is null;

-- What the retention job ended, a row for each table and run.
create table base.retention_run (
  id uuid not null,
  table_name text not null,
  class text not null,
  started_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  batches integer not null default 0,
  -- Rows ended, by table.
  ended jsonb not null default '{}',
  primary key (id, table_name)
);
-- What ran last?
create index retention_run_newest on base.retention_run (started_at desc, id desc, table_name);

-- Somebody decided that data must stay, for a claim or by order of an authority (Art. 17(3)(e), 18(2)).
create table base.legal_hold (
  account_id uuid not null references base.account,
  id uuid not null,
  -- Null: the whole account.
  person_id uuid,
  reason text not null,
  set_at timestamptz not null default clock_timestamp(),
  set_by uuid not null references base.staff,
  released_at timestamptz,
  released_by uuid references base.staff,
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, person_id) references base.person,
  check ((released_at is null) = (released_by is null))
);
-- What is held now?
create index legal_hold_open on base.legal_hold (account_id, person_id) where released_at is null;

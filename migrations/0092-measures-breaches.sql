-- Organisational measures (P27): what, where, who answers for it, when it was looked at and when it is next.
create table base.measure (
  id uuid not null primary key,
  what text not null,
  place text not null,
  every_months integer not null check (every_months between 1 and 60),
  owned_by uuid references base.staff,
  entered_at timestamptz not null default clock_timestamp(),
  -- Null: promised by the policy and entered by the set-up.
  entered_by uuid references base.staff,
  next_check_on date not null,
  reminded_on date,
  ended_at timestamptz,
  ended_by uuid references base.staff,
  check ((ended_at is null) = (ended_by is null))
);
-- What is to be looked at next?
create index measure_next on base.measure (next_check_on, id) where ended_at is null;

-- What somebody found when they looked. Only added to.
create table base.measure_check (
  id uuid not null primary key,
  measure_id uuid not null references base.measure,
  outcome text not null check (outcome in ('kept', 'faulty')),
  found text not null,
  checked_on date not null,
  at timestamptz not null default clock_timestamp(),
  checked_by uuid not null references base.staff
);
-- What was found last?
create index measure_check_of on base.measure_check (measure_id, at desc, id desc);
create trigger measure_check_stays before update or delete on base.measure_check
  for each row execute function base.refuse_change();
create trigger measure_check_stays_whole before truncate on base.measure_check
  for each statement execute function base.refuse_change();

-- Personal data breaches (Art. 33, 34). The clock of 72 hours runs from the discovery.
create table base.breach (
  id uuid not null primary key,
  -- Given by trigger from one sequence: what people call the breach by.
  number integer not null default 0,
  discovered_at timestamptz not null,
  -- The fields of the authority's form (Decision 128/2018) as they are known so far.
  form jsonb not null,
  noted_at timestamptz not null default clock_timestamp(),
  noted_by uuid not null references base.staff,
  reminded_at timestamptz,
  -- notified: the authority was told. not_notified: it need not be, and why.
  outcome text check (outcome in ('notified', 'not_notified')),
  outcome_why text,
  reference text,
  decided_at timestamptz,
  decided_by uuid references base.staff,
  check (num_nonnulls(outcome, decided_at, decided_by) in (0, 3)),
  check (outcome is distinct from 'not_notified' or outcome_why is not null),
  -- After 72 hours the reason for the delay goes with it (Art. 33(1)).
  check (outcome is distinct from 'notified' or decided_at <= discovered_at + interval '72 hours' or outcome_why is not null)
);
create sequence base.breach_number as integer start 1;
create function base.number_breach() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  new.number := nextval('base.breach_number');
  return new;
end
$$;
revoke execute on function base.number_breach() from public;
create trigger number_breach before insert on base.breach for each row execute function base.number_breach();
-- Whose clock runs?
create index breach_open on base.breach (discovered_at) where outcome is null;
-- What happened lately?
create index breach_newest on base.breach (discovered_at desc, id desc);

-- Every state of a breach's form, and what was done. Only added to.
create table base.breach_step (
  id uuid not null primary key,
  breach_id uuid not null references base.breach on delete cascade,
  kind text not null check (kind in ('noted', 'changed', 'notified', 'supplemented', 'not_notified', 'told')),
  why text,
  persons integer,
  form jsonb,
  at timestamptz not null default clock_timestamp(),
  by_staff uuid not null references base.staff
);
-- What happened, in order?
create index breach_step_of on base.breach_step (breach_id, at, id);

-- Who was told that a breach touched their data (Art. 34), in the words that were sent.
create table base.breach_told (
  account_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  breach_id uuid not null references base.breach on delete cascade,
  words text not null,
  told_at timestamptz not null default clock_timestamp(),
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, person_id) references base.person
);
-- The key that lets nobody be told twice of one breach.
create unique index breach_told_of on base.breach_told (breach_id, account_id, person_id);
create index breach_told_person on base.breach_told (account_id, person_id);
create index breach_told_due on base.breach_told (told_at);
create trigger breach_step_stays before update on base.breach_step for each row execute function base.refuse_update();

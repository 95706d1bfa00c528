-- Who really receives data in the roles that the policy declares, on which ground, under which contract.

-- A ground for data to be where it goes. Many companies may rest on one: when it falls, they all stop at once.
create table base.transfer_ground (
  id uuid not null primary key,
  kind text not null check (kind in ('eea', 'adequacy', 'clauses', 'rules', 'derogation')),
  -- "Decizia (UE) 2023/1795", as it is cited.
  name text not null,
  valid_on date not null,
  -- Until when somebody must look again whether it still stands; what holds inside the EEA needs no review.
  review_on date,
  entered_at timestamptz not null default clock_timestamp(),
  -- Null: by the set-up.
  entered_by uuid references base.staff,
  invalid_at timestamptz,
  invalid_by uuid references base.staff,
  invalid_why text,
  check (num_nonnulls(invalid_at, invalid_by, invalid_why) in (0, 3)),
  check (kind = 'eea' or review_on > valid_on)
);

create table base.processor (
  id uuid not null primary key,
  -- The role in the policy: 'hosting', 'mail'.
  recipient text not null,
  name text,
  country text check (country ~ '^[A-Z]{2}$'),
  purposes text[] not null,
  categories text[] not null,
  ground_id uuid references base.transfer_ground,
  contract_kind text check (contract_kind in ('agreement', 'terms', 'own')),
  contract_reference text,
  contract_on date,
  entered_at timestamptz not null default clock_timestamp(),
  -- Null: declared by the policy and entered by the set-up, for somebody to complete.
  entered_by uuid references base.staff,
  enabled_at timestamptz,
  enabled_by uuid references base.staff,
  disabled_at timestamptz,
  disabled_by uuid references base.staff,
  check ((enabled_at is null) = (enabled_by is null)),
  -- Nothing is enabled without its country, its ground and its contract with a date, whoever writes the row.
  check (enabled_at is null or (num_nulls(name, country, ground_id, contract_kind, contract_reference, contract_on) = 0
    and cardinality(purposes) > 0 and cardinality(categories) > 0))
);
-- Who fills this role, and may it be sent to?
create index processor_recipient on base.processor (recipient, entered_at, id);
-- Which companies rest on this ground?
create index processor_ground on base.processor (ground_id);
-- One mail server carries the letters, so one company is named as who carried them.
create unique index processor_one_mail on base.processor (recipient) where recipient = 'mail' and enabled_at is not null;

-- What happened to an entry or a ground, with the entry as it then was. Only added to.
create table base.recipient_step (
  id uuid not null primary key,
  processor_id uuid references base.processor,
  ground_id uuid references base.transfer_ground,
  kind text not null check (kind in ('entered', 'changed', 'enabled', 'disabled', 'invalidated', 'reinstated')),
  why text,
  entry jsonb,
  at timestamptz not null default clock_timestamp(),
  by_staff uuid references base.staff,
  check (num_nonnulls(processor_id, ground_id) = 1)
);
-- What happened to this entry, to this ground, in order?
create index recipient_step_processor on base.recipient_step (processor_id, at, id) where processor_id is not null;
create index recipient_step_ground on base.recipient_step (ground_id, at, id) where ground_id is not null;
create trigger recipient_step_stays before update or delete on base.recipient_step
  for each row execute function base.refuse_change();
create trigger recipient_step_stays_whole before truncate on base.recipient_step
  for each statement execute function base.refuse_change();

-- A letter that may not leave waits, and goes when its recipient is enabled. Who carried it stays beside it.
alter table base.letter drop constraint letter_status_check;
alter table base.letter add check (status in ('queued', 'waiting', 'sent', 'captured', 'failed'));
alter table base.letter add column carrier uuid references base.processor;
-- Which letters wait, the oldest first?
create index letter_waiting on base.letter (created_at, id) where status = 'waiting';
alter table base.staff_letter drop constraint staff_letter_status_check;
alter table base.staff_letter add check (status in ('queued', 'waiting', 'sent', 'captured', 'failed'));
alter table base.staff_letter add column carrier uuid references base.processor;
create index staff_letter_waiting on base.staff_letter (created_at, id) where status = 'waiting';

-- Requests about data (Art. 12, 15-22): one case each, what happened to it, what was answered, whom it was passed to.

create table base.rights_case (
  account_id uuid not null references base.account,
  id uuid not null,
  -- Given by trigger from one sequence: what people call the request by. Gaps mean nothing.
  number integer not null default 0,
  -- Who asks. The other persons of the same verified address stand in rights_case_person.
  person_id uuid not null,
  kind text not null check (kind in
    ('access', 'rectification', 'erasure', 'restriction', 'recipients', 'portability', 'objection', 'automated', 'withdrawal')),
  route text not null check (route in ('web', 'mail', 'phone', 'letter')),
  -- Of an objection or a withdrawal: the purpose that it is about.
  purpose text,
  words text not null,
  language text not null check (language in ('ro', 'en')),
  received_at timestamptz not null,
  -- How it is known who asks. asked: it is not known yet, and the clock stands still while the question is out.
  identity text not null check (identity in ('asked', 'session', 'code', 'known_contact')),
  identity_at timestamptz,
  status text not null check (status in ('open', 'closed')),
  extended_at timestamptz,
  -- The last day for the answer, derived from the facts above and the steps; null while the clock stands still.
  due_on date,
  reminded_on date,
  outcome text check (outcome in ('done', 'partly', 'refused', 'passed_on')),
  answer_id uuid,
  closed_at timestamptz,
  -- The way back to the request for who is not signed in: the hash of the link's token, and the token sealed, so that
  -- every letter about the request carries the same link.
  link_hash text,
  link_sealed bytea,
  created_at timestamptz not null default clock_timestamp(),
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, person_id) references base.person,
  check ((identity = 'asked') = (identity_at is null)),
  check ((purpose is not null) = (kind in ('objection', 'withdrawal'))),
  -- Nothing closes without an answer.
  check (num_nonnulls(outcome, answer_id, closed_at) = case status when 'closed' then 3 else 0 end)
);
create sequence base.rights_case_number as integer start 1001;
create function base.number_rights_case() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  new.number := nextval('base.rights_case_number');
  return new;
end
$$;
revoke execute on function base.number_rights_case() from public;
create trigger number_rights_case before insert on base.rights_case for each row execute function base.number_rights_case();
-- What must be answered next? Those whose clock stands still come last.
create index rights_case_due on base.rights_case (due_on, id) where status = 'open';
-- What was answered lately?
create index rights_case_closed on base.rights_case (closed_at desc, id desc) where status = 'closed';
-- Which requests did this person make?
create index rights_case_asker on base.rights_case (account_id, person_id, received_at desc);
-- Which request does this link lead to? The token carries its account.
create unique index rights_case_link on base.rights_case (account_id, link_hash) where link_hash is not null;
-- Which account does this request belong to? The staff's addresses name the request alone.
create index rights_case_by_id on base.rights_case (id);

-- Whose data a request is about: every person of the verified address, in whichever account. The request may lie under
-- another account, so it is named by two ids and not by a key.
create table base.rights_case_person (
  account_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  case_account_id uuid not null,
  case_id uuid not null,
  -- processor: a client's own customer. The client answers; the request is passed to it.
  capacity text not null check (capacity in ('controller', 'processor')),
  passed_on_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, person_id) references base.person
);
-- Whose data is this request about? Each person once.
create unique index rights_case_person_of_case on base.rights_case_person (account_id, case_id, person_id);
-- Which of these are past their period?
create index rights_case_person_due on base.rights_case_person (created_at);
-- The same across accounts.
create index rights_case_person_by_case on base.rights_case_person (case_id);

-- What happened to a request. Only added to. It names nobody, so that it stays when the person is erased.
create table base.rights_step (
  account_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in
    ('received', 'identity_asked', 'identity_shown', 'extended', 'applied', 'passed_on', 'lifting_told', 'lifted', 'answered')),
  by_kind text not null check (by_kind in ('person', 'staff', 'system')),
  by_id uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (account_id, id),
  foreign key (account_id, case_id) references base.rights_case
);
-- What happened to this request, in order?
create index rights_step_of_case on base.rights_step (account_id, case_id, at, id);

-- Single-use codes to an address on file. Only the hash is kept. A code that was used opens the request for a while.
create table base.rights_code (
  account_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  code_hash text not null,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  used_at timestamptz,
  pass_hash text,
  pass_until timestamptz,
  primary key (account_id, id),
  foreign key (account_id, case_id) references base.rights_case,
  check (num_nonnulls(used_at, pass_hash, pass_until) in (0, 3))
);
-- Which request does this pass open? It carries its account.
create unique index rights_code_pass on base.rights_code (account_id, pass_hash) where pass_hash is not null;
-- Which codes are out for this request?
create index rights_code_of_case on base.rights_code (account_id, case_id, created_at desc);

-- What was answered, in the words that were sent.
create table base.rights_answer (
  account_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('answer', 'partial', 'refusal', 'extension', 'lifting')),
  language text not null check (language in ('ro', 'en')),
  document jsonb not null,
  -- What did not go the person's way has reasons and is decided by one of the staff, never by a job.
  reasons text not null,
  authority text not null,
  letter_id uuid,
  by_staff uuid references base.staff,
  at timestamptz not null default clock_timestamp(),
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, case_id) references base.rights_case,
  foreign key (account_id, person_id) references base.person,
  check (kind = 'answer' or (reasons <> '' and authority <> '' and by_staff is not null))
);
-- What was answered to this request?
create index rights_answer_of_case on base.rights_answer (account_id, case_id, at);

-- Whom a change was passed on to (Art. 19). It names no person of the account.
create table base.rights_recipient (
  account_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  recipient text not null,
  status text not null check (status in ('to_tell', 'told', 'impossible')),
  how text check (how in ('in_place', 'letter', 'phone', 'portal', 'nothing_disclosed', 'disproportionate')),
  settled_at timestamptz,
  settled_by uuid references base.staff,
  created_at timestamptz not null default clock_timestamp(),
  primary key (account_id, id),
  foreign key (account_id, case_id) references base.rights_case,
  check (num_nonnulls(how, settled_at) = case status when 'to_tell' then 0 else 2 end)
);
-- Who was or is to be told? Each recipient once.
create unique index rights_recipient_of_case on base.rights_recipient (account_id, case_id, recipient);
-- Which recipients are still to be told?
create index rights_recipient_open on base.rights_recipient (created_at) where status = 'to_tell';

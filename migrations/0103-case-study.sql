-- A text about the work for a client (P18). It is shown only while an owner of that client approves exactly this text.
create table base.case_study (
  account_id uuid not null references base.account,
  id uuid not null,
  title_ro text not null,
  title_en text not null,
  body_ro text not null,
  body_en text not null,
  -- SHA-256 of the four above: a change of a letter is another text.
  text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  written_at timestamptz not null,
  written_by uuid not null,
  -- The provider no longer shows it, approved or not.
  dropped_at timestamptz,
  dropped_by uuid,
  primary key (account_id, id),
  check (num_nonnulls(dropped_at, dropped_by) in (0, 2))
);
-- Which client does this text belong to? Public addresses name the text alone.
create unique index case_study_by_id on base.case_study (id);

-- What an owner of the client said of one exact text, and whether it was taken back.
create table base.case_study_approval (
  account_id uuid not null,
  id uuid not null,
  study_id uuid not null,
  person_id uuid not null,
  text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  decision text not null check (decision in ('approved', 'refused')),
  decided_at timestamptz not null,
  withdrawn_at timestamptz,
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, study_id) references base.case_study,
  foreign key (account_id, person_id) references base.person,
  check (withdrawn_at is null or decision = 'approved')
);
-- Which approvals of this text stand?
create index case_study_approval_stands on base.case_study_approval (account_id, study_id, text_hash)
  where decision = 'approved' and withdrawn_at is null;
create index case_study_approval_person on base.case_study_approval (account_id, person_id);

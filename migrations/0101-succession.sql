-- The business passes to a successor (P23): each person is asked first, and only those who said yes are handed over.
create table base.succession_campaign (
  id uuid not null primary key,
  successor text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  -- Why, as people read it.
  why_ro text not null,
  why_en text not null,
  -- The last day for an answer. Who has not answered by then has said no.
  closes_on date not null,
  started_at timestamptz not null,
  started_by uuid not null,
  handed_over_at timestamptz,
  handed_over_by uuid,
  cancelled_at timestamptz,
  cancelled_by uuid,
  check (num_nonnulls(handed_over_at, handed_over_by) in (0, 2)),
  check (num_nonnulls(cancelled_at, cancelled_by) in (0, 2)),
  check (handed_over_at is null or cancelled_at is null)
);

-- Who was asked, and what they said. The key keeps anybody from being asked twice.
create table base.succession_answer (
  account_id uuid not null,
  campaign_id uuid not null references base.succession_campaign,
  person_id uuid not null,
  -- Of the exact words that were asked, in the person's language.
  text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  text_language text not null check (text_language in ('ro', 'en')),
  link_hash text not null,
  asked_at timestamptz not null,
  answer text check (answer in ('yes', 'no')),
  answered_at timestamptz,
  answered_by text check (answered_by in ('account', 'link')),
  -- When the yes was given that stands, or that stood when the data was handed over.
  agreed_at timestamptz,
  handed_over_at timestamptz,
  marker integer not null default 0,
  primary key (account_id, campaign_id, person_id),
  foreign key (account_id, person_id) references base.person,
  check (num_nonnulls(answer, answered_at, answered_by) in (0, 3)),
  -- Nobody is handed over who did not say yes before.
  check (handed_over_at is null or agreed_at is not null),
  check (answer is distinct from 'yes' or agreed_at is not null),
  check (handed_over_at is not null or answer = 'yes' or agreed_at is null)
);
-- Which question does this link lead to? The token carries its account.
create unique index succession_answer_link on base.succession_answer (account_id, link_hash);
-- What was this person asked?
create index succession_answer_person on base.succession_answer (account_id, person_id, asked_at desc);
-- Who said what in this campaign?
create index succession_answer_campaign on base.succession_answer (campaign_id, answer, account_id, person_id);

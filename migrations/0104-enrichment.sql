-- Public facts about a company or a person that others passed on (P12). Off unless the owner of the desk turned it on.

-- Each turn of the switch. The last one counts; none at all is off.
create table base.enrichment_switch (
  id uuid not null primary key,
  state text not null check (state in ('on', 'off')),
  turned_at timestamptz not null,
  turned_by uuid not null
);
-- How does the switch stand?
create index enrichment_switch_last on base.enrichment_switch (turned_at desc, id desc);

-- Beside what the person gave, never in its place: a table of its own, with where and when each fact was found.
create table base.enrichment_fact (
  account_id uuid not null references base.account,
  id uuid not null,
  person_id uuid not null,
  field text not null check (field in ('website', 'industry', 'size', 'registration', 'address', 'role', 'other')),
  value text not null check (length(value) between 1 and 500),
  source text not null check (length(source) between 3 and 300),
  source_on date not null,
  added_at timestamptz not null,
  added_by uuid not null,
  removed_at timestamptz,
  removed_by uuid,
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, person_id) references base.person,
  check (num_nonnulls(removed_at, removed_by) in (0, 2))
);
create index enrichment_fact_person on base.enrichment_fact (account_id, person_id);

-- What a person corrected: before, after, when. Only added to.
create table base.correction (
  account_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  subject text not null check (subject in ('person', 'account')),
  field text not null,
  before text,
  after text,
  at timestamptz not null default clock_timestamp(),
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, person_id) references base.person
);

-- Which notice stood beside the fields when somebody typed into them, and where.
create table base.notice_served (
  account_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  form text not null check (form in ('registration', 'contact')),
  text_hash text not null references base.notice_text,
  text_version text not null,
  text_language text not null check (text_language in ('ro', 'en')),
  path text not null check (path ~ '^/[^?#[:space:]]*$'),
  at timestamptz not null default clock_timestamp(),
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, person_id) references base.person
);
-- Which notices was this person shown?
create index notice_served_person on base.notice_served (account_id, person_id);

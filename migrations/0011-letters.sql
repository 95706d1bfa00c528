-- Letters that leave by mail. The body is sealed; once a mail server took the letter, the body is removed.

create table base.letter (
  account_id uuid not null,
  id uuid not null,
  person_id uuid,
  kind text not null,
  language text not null check (language in ('ro', 'en')),
  status text not null check (status in ('queued', 'sent', 'captured', 'failed')),
  sealed bytea,
  failure text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id) references base.account,
  foreign key (account_id, person_id) references base.person
);
-- The captured mailbox, newest first, page by key.
create index letter_newest on base.letter (created_at desc, id desc);

create table base.staff_letter (
  id uuid primary key,
  staff_id uuid not null references base.staff,
  kind text not null,
  language text not null check (language in ('ro', 'en')),
  status text not null check (status in ('queued', 'sent', 'captured', 'failed')),
  sealed bytea,
  failure text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
-- The captured mailbox, newest first, page by key.
create index staff_letter_newest on base.staff_letter (created_at desc, id desc);

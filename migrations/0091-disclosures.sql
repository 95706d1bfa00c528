-- What was given to others by law, for the terms, against fraud, for security (P24): who asked, on which ground, what, who
-- decided. Only added to.
create table base.disclosure (
  id uuid not null primary key,
  kind text not null check (kind in ('law', 'authority', 'terms', 'fraud', 'security', 'rights', 'indicator')),
  asked_by text not null,
  -- The article, the order, the clause.
  ground text not null,
  reference text,
  -- In words, without values.
  what text not null,
  categories text[] not null,
  -- Of an exchange against spam and malware: the signs themselves, and nothing else.
  indicators text[] not null,
  persons integer not null check (persons >= 0),
  telling text not null check (telling in ('tell', 'forbidden')),
  forbidden_by text,
  forbidden_until date,
  given_at timestamptz not null,
  noted_at timestamptz not null default clock_timestamp(),
  decided_by uuid not null references base.staff,
  check ((telling = 'forbidden') = (forbidden_by is not null)),
  check (telling = 'forbidden' or forbidden_until is null),
  check (given_at <= noted_at + interval '1 minute'),
  -- A sign of spam or malware carries no person and no data of one.
  check (case when kind = 'indicator' then persons = 0 and cardinality(categories) = 0 and cardinality(indicators) > 0
    else cardinality(indicators) = 0 and cardinality(categories) > 0 end)
);
-- What was given lately, newest first?
create index disclosure_newest on base.disclosure (given_at desc, id desc);
-- Which prohibitions to tell have ended?
create index disclosure_silent on base.disclosure (forbidden_until) where telling = 'forbidden';

-- That the law no longer forbids telling, whoever found it out. Null: the day came that was noted.
create table base.disclosure_lifting (
  id uuid not null primary key,
  disclosure_id uuid not null unique references base.disclosure on delete cascade,
  why text not null,
  at timestamptz not null default clock_timestamp(),
  by_staff uuid references base.staff
);

-- Whose data it was. Nobody but legal duties and the rights desk reads it: it may be forbidden to tell.
create table base.disclosure_subject (
  account_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  disclosure_id uuid not null references base.disclosure on delete cascade,
  at timestamptz not null default clock_timestamp(),
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, person_id) references base.person
);
-- Whose data was given? Each person once.
create unique index disclosure_subject_of on base.disclosure_subject (disclosure_id, account_id, person_id);
-- What was given about this person?
create index disclosure_subject_person on base.disclosure_subject (account_id, person_id);
create index disclosure_subject_due on base.disclosure_subject (at);

-- What a person was told of it. While the law forbids it there is no such row, so no view and no export can show it.
create table base.disclosure_told (
  account_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  disclosure_id uuid not null references base.disclosure on delete cascade,
  asked_by text not null,
  ground text not null,
  what text not null,
  categories text[] not null,
  given_at timestamptz not null,
  told_at timestamptz not null default clock_timestamp(),
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, person_id) references base.person
);
-- The key that lets nobody be told twice.
create unique index disclosure_told_of on base.disclosure_told (disclosure_id, account_id, person_id);
-- What was this person told of?
create index disclosure_told_person on base.disclosure_told (account_id, person_id, given_at desc);
create index disclosure_told_due on base.disclosure_told (told_at);

create function base.refuse_update() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = 'ZV409';
end
$$;
revoke execute on function base.refuse_update() from public;
create trigger disclosure_stays before update on base.disclosure for each row execute function base.refuse_update();
create trigger disclosure_lifting_stays before update on base.disclosure_lifting
  for each row execute function base.refuse_update();

-- What each save of an article said: an article can be read as it was, and its words taken back into a new draft.

create table base.article_version (
  account_id uuid not null references base.account,
  id uuid not null,
  article_id uuid not null,
  revision integer not null check (revision > 0),
  title text not null,
  body text not null,
  by_person uuid,
  by_staff uuid references base.staff,
  created_at timestamptz(3) not null default now(),
  primary key (account_id, id),
  foreign key (account_id, article_id) references base.article,
  foreign key (account_id, by_person) references base.person,
  check (num_nonnulls(by_person, by_staff) = 1)
);
-- What did this article say at each save, the newest first? No save is there twice.
create unique index article_version_of_article on base.article_version (account_id, article_id, revision desc);
-- What of the knowledge base did this person write?
create index article_version_by_person on base.article_version (account_id, by_person) where by_person is not null;

insert into base.article_version (account_id, id, article_id, revision, title, body, by_person, by_staff, created_at)
select account_id, gen_random_uuid(), id, revision, title, body, by_person, by_staff, updated_at from base.article;

create table base.public_article_version (
  id uuid primary key,
  public_article_id uuid not null references base.public_article,
  revision integer not null check (revision > 0),
  title_ro text not null,
  title_en text not null,
  body_ro text not null,
  body_en text not null,
  by_staff uuid not null references base.staff,
  created_at timestamptz(3) not null default now()
);
-- What did this article say at each save, the newest first? No save is there twice.
create unique index public_article_version_of_article
  on base.public_article_version (public_article_id, revision desc);

insert into base.public_article_version
  (id, public_article_id, revision, title_ro, title_en, body_ro, body_en, by_staff, created_at)
select gen_random_uuid(), id, revision, title_ro, title_en, body_ro, body_en, updated_by, updated_at from base.public_article;

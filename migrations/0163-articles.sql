-- The knowledge base: a client's own articles, and those of the provider that everybody may read.

create table base.article (
  account_id uuid not null references base.account,
  id uuid not null,
  title text not null,
  body text not null,
  search tsvector not null generated always as (base.search_words(title || ' ' || body)) stored,
  -- Counts the saves: who saves says which one they saw.
  revision integer not null default 1 check (revision > 0),
  created_at timestamptz(3) not null default now(),
  -- The last save, which may have been to drop the article or to take it up again.
  updated_at timestamptz(3) not null default now(),
  by_person uuid,
  by_staff uuid references base.staff,
  dropped_at timestamptz,
  primary key (account_id, id),
  foreign key (account_id, by_person) references base.person,
  check (num_nonnulls(by_person, by_staff) = 1)
);
-- What is in this client's knowledge base, the newest first?
create index article_newest on base.article (account_id, updated_at desc, id desc) where dropped_at is null;
-- What was dropped from it?
create index article_dropped on base.article (account_id, updated_at desc, id desc) where dropped_at is not null;
-- Which articles hold these words?
create index article_search on base.article using gin (search) with (fastupdate = off);
-- What of the knowledge base did this person save last?
create index article_by_person on base.article (account_id, by_person) where by_person is not null;

create table base.public_article (
  id uuid primary key,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title_ro text not null,
  title_en text not null,
  body_ro text not null,
  body_en text not null,
  search_ro tsvector not null generated always as (base.search_words(title_ro || ' ' || body_ro)) stored,
  search_en tsvector not null generated always as (base.search_words(title_en || ' ' || body_en)) stored,
  revision integer not null default 1 check (revision > 0),
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  updated_by uuid not null references base.staff,
  published_at timestamptz
);
-- Which article is at this address?
create unique index public_article_slug on base.public_article (slug);
-- What is published, and what is there at all, the newest first?
create index public_article_published on base.public_article (updated_at desc, id desc) where published_at is not null;
create index public_article_newest on base.public_article (updated_at desc, id desc);
-- Which articles hold these words, in the language of the reader?
create index public_article_search_ro on base.public_article using gin (search_ro) with (fastupdate = off);
create index public_article_search_en on base.public_article using gin (search_en) with (fastupdate = off);

-- Base tables lie here; nobody but the owner sees them whole. Purposes see views of their own schemas.
create schema base;

-- The key under which a purpose sees pseudonyms. No role may read it; only base.pseudonym does.
create table zavor.pseudonym_key (
  id integer primary key check (id = 1),
  secret bytea not null
);
insert into zavor.pseudonym_key (id, secret)
select 1, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || clock_timestamp()::text, 'UTF8'));

-- What the compiler made last time: the wanted text's hash and how the catalogue then showed it.
create table zavor.policy_state (
  kind text not null,
  name text not null,
  wanted text not null,
  shown text not null,
  primary key (kind, name)
);

create function base.pseudonym(value text) returns text
language sql stable strict security definer set search_path = pg_catalog as $$
  select encode(substr(sha256(k.secret || convert_to(value, 'UTF8')), 1, 9), 'base64')
  from zavor.pseudonym_key k
$$;

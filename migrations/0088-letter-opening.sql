-- Letters that say when they are opened, to people who agreed to it: one row for each image that was sent (P5).
create table base.letter_opening (
  account_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  letter_id uuid not null,
  -- Of the address of the image: whoever reads this cannot ask for it.
  token_hash text not null,
  made_at timestamptz not null default clock_timestamp(),
  opened_at timestamptz,
  marker integer not null default 0,
  primary key (account_id, id),
  unique (account_id, token_hash),
  foreign key (account_id, person_id) references base.person,
  foreign key (account_id, letter_id) references base.letter
);
-- Which openings hang on this letter, and on this person?
create index letter_opening_letter on base.letter_opening (account_id, letter_id);
create index letter_opening_person on base.letter_opening (account_id, person_id);

-- Notes the first opening, if the person's consent stands at this moment. Their row is locked: a withdrawal is before or
-- after it, never beside it. Answers whose it was; nobody's when nothing was noted.
create function base.note_opening(account uuid, hash text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  opening base.letter_opening%rowtype;
begin
  select o.* into opening from base.letter_opening o
    where o.account_id = account and o.token_hash = hash and o.opened_at is null;
  if not found then return null; end if;
  perform from base.person p where p.account_id = account and p.id = opening.person_id and p.erased_at is null for share;
  if not found or base.is_limited(account, opening.person_id, 'openings') then return null; end if;
  update base.letter_opening o set opened_at = clock_timestamp()
    where o.account_id = account and o.id = opening.id and o.opened_at is null;
  if not found then return null; end if;
  return opening.person_id;
end
$$;
revoke execute on function base.note_opening(uuid, text) from public;

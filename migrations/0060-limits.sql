-- What limits a person, purpose by purpose. Append-only: the marker on their rows is derived from it, never edited.
-- number counts a person's entries, so that their order is certain whatever the clock does.
create table base.limit_entry (
  account_id uuid not null,
  person_id uuid not null,
  number integer not null,
  purpose text,
  kind text not null check (kind in ('restricted', 'objected', 'consent_missing', 'consent_given', 'lifted')),
  by_kind text not null check (by_kind in ('person', 'staff', 'system')),
  by_id uuid,
  at timestamptz not null default clock_timestamp(),
  marker integer not null default 0,
  primary key (account_id, person_id, number),
  foreign key (account_id, person_id) references base.person,
  -- A restriction is of the whole person; an objection and a consent are always about one purpose.
  check ((kind = 'restricted' and purpose is null) or kind = 'lifted' or (kind <> 'restricted' and purpose is not null))
);

-- What was agreed to or taken back, and how: the proof of Article 7(1).
create table base.consent_entry (
  account_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  decision text not null check (decision in ('given', 'withdrawn')),
  method text not null check (method in ('accept', 'reject', 'save', 'signal', 'withdraw')),
  text_hash bytea not null,
  text_version text not null,
  text_language text not null check (text_language in ('ro', 'en')),
  surface text not null,
  at timestamptz not null default clock_timestamp(),
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, person_id) references base.person
);
-- What did this person choose, in order?
create index consent_entry_person on base.consent_entry (account_id, person_id, id);

-- Adds an entry and brings every row about the person to the marker that the ledger now gives, or neither.
-- The person's row is locked first: two changes of one person follow one another, and a row being inserted about them
-- at this moment (its trigger share-locks the person) is either seen by the update below or reads the new marker.
create function base.set_limit(account uuid, person uuid, limited_purpose text, limit_kind text, set_by_kind text, set_by_id uuid)
returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  next_number integer;
begin
  perform from base.person p where p.account_id = account and p.id = person and p.erased_at is null for no key update;
  if not found then
    return false;
  end if;
  select coalesce(max(l.number), 0) + 1 into next_number
    from base.limit_entry l where l.account_id = account and l.person_id = person;
  insert into base.limit_entry (account_id, person_id, number, purpose, kind, by_kind, by_id)
    values (account, person, next_number, limited_purpose, limit_kind, set_by_kind, set_by_id);
  perform base.apply_marker(account, person, base.marker_of(account, person));
  return true;
end
$$;

-- Who is held for a client, as its processor (Art. 28): a living person of a client who neither signs in nor was ever given a place there.
-- The one rule of it, by which the marker of their rows, the rights desk and the promise checks know.
create function base.held_for_client(account uuid, person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select from base.person p join base.account a on a.id = p.account_id
    where p.account_id = account and p.id = person and p.erased_at is null and p.login_id is null and a.kind = 'client'
      and not exists (select from base.member m where m.account_id = p.account_id and m.person_id = p.id))
$$;
revoke execute on function base.held_for_client(uuid, uuid) from public;

-- Brings every row about a living person to the marker that is now theirs. The person's row is locked first, as in
-- every change of what limits them.
create function base.remark(account uuid, person uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  stood integer;
  wanted integer;
begin
  select p.marker into stood from base.person p
    where p.account_id = account and p.id = person and p.erased_at is null for no key update;
  if not found then
    return;
  end if;
  wanted := base.marker_of(account, person);
  if wanted <> stood then
    perform base.apply_marker(account, person, wanted);
  end if;
end
$$;

-- Whoever is given a place, or signs in, is held for ourselves from then on. Locked before the row is written: its own trigger
-- share-locks the person, and two places of one person at once would wait for each other.
create function base.lock_new_member() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform from base.person p where p.account_id = new.account_id and p.id = new.person_id for no key update;
  return new;
end
$$;
create function base.capacity_of_member() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform base.remark(new.account_id, new.person_id);
  return null;
end
$$;
create function base.capacity_of_signed_in() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform base.remark(new.account_id, new.id);
  return null;
end
$$;
-- A prospect that becomes a client: who wrote for it and has no place there.
create function base.capacity_of_account() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform base.remark(p.account_id, p.id) from base.person p
    where p.account_id = new.id and p.erased_at is null and p.login_id is null;
  return null;
end
$$;
revoke execute on function base.remark(uuid, uuid), base.lock_new_member(), base.capacity_of_member(), base.capacity_of_signed_in(),
  base.capacity_of_account() from public;
create trigger lock_new_member before insert on base.member for each row execute function base.lock_new_member();
create trigger capacity_of_member after insert on base.member for each row execute function base.capacity_of_member();
create trigger capacity_of_signed_in after update of login_id on base.person for each row
  when ((old.login_id is null) <> (new.login_id is null) and new.erased_at is null) execute function base.capacity_of_signed_in();
create trigger capacity_of_account after update of kind on base.account for each row
  when (old.kind <> new.kind) execute function base.capacity_of_account();

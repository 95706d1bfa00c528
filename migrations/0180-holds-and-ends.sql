-- What holds data and what ends it by time follow one another. A batch chooses what is due from what it sees when it begins:
-- without this it would still delete what a restriction or a claim that was answered meanwhile has to keep.
-- Restrictions and claims do not wait for each other; a batch (base.end_due) takes the same lock for itself.
create function base.hold_before_ends() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock_shared(hashtext('zavor retention'));
  return new;
end
$$;
create trigger hold_before_ends before insert on base.limit_entry
  for each row when (new.kind = 'restricted') execute function base.hold_before_ends();
create trigger hold_before_ends before insert on base.legal_hold
  for each row execute function base.hold_before_ends();

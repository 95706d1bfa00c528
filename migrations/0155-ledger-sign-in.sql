-- More of what a restored database has to end again: passwords, second factors and recovery codes that are no longer those of
-- then. A line names the login and says that there was a change, never what it was changed to.

-- The trigger's arguments say what changed and, of what may be on and off, that it is on: the last line counts.
create function base.note_sign_in() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  login uuid := case tg_op when 'DELETE' then old.login_id else new.login_id end;
begin
  -- What goes along with a login that is erased is no change of it: the erasure has its own line.
  if tg_op = 'DELETE' and not exists (select from base.login l where l.id = login) then
    return null;
  end if;
  perform base.note_end(null, tg_argv[0], login, case when tg_nargs > 1 then array[tg_argv[1]] end);
  return null;
end
$$;
revoke execute on function base.note_sign_in() from public;

create trigger note_ended after update on base.login_credential for each row
  when (old.password is distinct from new.password) execute function base.note_sign_in('password');
-- An app that is still being set up asks for nothing yet.
create trigger note_place after update on base.login_two_factor for each row
  when (new.verified is not false and (old.verified is false or old.secret <> new.secret))
  execute function base.note_sign_in('second_factor', 'on');
-- At the end of the transaction, as only then it shows whether the login stays.
create constraint trigger note_ended after delete on base.login_two_factor deferrable initially deferred for each row
  when (old.verified is not false) execute function base.note_sign_in('second_factor');
create trigger note_codes after update on base.login_two_factor for each row
  when (new.verified is not false and old.verified is not false and old.secret = new.secret
    and old.backup_codes <> new.backup_codes) execute function base.note_sign_in('recovery_codes');

-- What changed before this was noted. The id follows from the state, so that every copy of this database in that state gives
-- it the same, and one in an earlier state does not know it. The sealed values are random to whoever has not their key.
insert into base.ledger_entry (account_id, id, place, line, at)
  select account, id, nextval('base.ledger_place'), base.end_line(id, account, what, of, roles, at), at from (
    select '00000000-0000-0000-0000-000000000000'::uuid as account, what, of, roles, at,
      md5('end ' || what || ' ' || of || ' ' || state)::uuid as id from (
      select 'password' as what, id as of, null::text[] as roles, password_changed_at as at,
          extract(epoch from password_changed_at)::text as state
        from base.login where password_changed_at is not null
      union all select 'second_factor', f.login_id, array['on'], l.updated_at, f.secret
        from base.login_two_factor f join base.login l on l.id = f.login_id where f.verified is not false
      union all select 'recovery_codes', f.login_id, null, l.updated_at, f.backup_codes
        from base.login_two_factor f join base.login l on l.id = f.login_id where f.verified is not false) changed
    order by at, of, what) known
  on conflict (account_id, id) do nothing;

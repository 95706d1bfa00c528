-- What a database restored from an earlier state has to end again before it opens: what was handed over and taken back,
-- keys, invitations and passkeys that were ended, places in an account or in the staff that were ended or narrowed.
-- Each is noted in the transaction of the change itself, as erasures and limits are. Ids, kinds, roles and times.

create function base.end_line(id uuid, account uuid, what text, of uuid, roles text[], at timestamptz) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select json_build_object('id', id, 'kind', 'end', 'accountId', account, 'at', at, 'what', what, 'of', of,
    'roles', roles)::text
$$;

-- `what` names the kind of thing, `of` the thing. The staff and its keys lie under no account: all zeros.
-- While a line is done again after a restore, zavor.ledger_line names it, so that it is not noted as a new one.
create function base.note_end(account uuid, what text, of uuid, roles text[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  note uuid := coalesce(nullif(current_setting('zavor.ledger_line', true), '')::uuid, gen_random_uuid());
  whose uuid := coalesce(account, '00000000-0000-0000-0000-000000000000');
begin
  insert into base.ledger_entry (account_id, id, place, line, at)
    values (whose, note, nextval('base.ledger_place'), base.end_line(note, whose, what, of, roles, now()), now())
    on conflict (account_id, id) do nothing;
end
$$;

-- The trigger's argument says what it is. A row goes by its id, a place in an account by its person, a rule by its author.
create function base.note_ended() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  one jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
begin
  perform base.note_end((one->>'account_id')::uuid, tg_argv[0],
    (one->>(case tg_argv[0] when 'member' then 'person_id' when 'access_rule' then 'changed_by' else 'id' end))::uuid, null);
  return null;
end
$$;
-- A place that ended says no roles; one that goes on says which, so that the last line of a place is how it stood.
create function base.note_place() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  one jsonb := to_jsonb(new);
begin
  perform base.note_end((one->>'account_id')::uuid, tg_argv[0],
    (one->>(case tg_argv[0] when 'member' then 'person_id' else 'id' end))::uuid,
    case when one->>'ended_at' is null then new.roles end);
  return null;
end
$$;
revoke execute on function base.end_line(uuid, uuid, text, uuid, text[], timestamptz),
  base.note_end(uuid, text, uuid, text[]), base.note_ended(), base.note_place() from public;

create trigger note_ended after update on base.deposit for each row
  when (old.ended_at is null and new.ending in ('withdrawn', 'replaced')) execute function base.note_ended('deposit');
create trigger note_ended after update on base.lease for each row
  when (old.status in ('asked', 'approved') and new.status in ('denied', 'ended')) execute function base.note_ended('lease');
create trigger note_ended after insert on base.access_rule for each row
  when (new.approval = 'client') execute function base.note_ended('access_rule');
create trigger note_ended_later after update on base.access_rule for each row
  when (new.approval = 'client' and old.approval <> 'client') execute function base.note_ended('access_rule');
create trigger note_ended after update on base.api_key for each row
  when (old.ended_at is null and new.ended_at is not null) execute function base.note_ended('api_key');
create trigger note_ended after update on base.staff_api_key for each row
  when (old.ended_at is null and new.ended_at is not null) execute function base.note_ended('staff_api_key');
create trigger note_ended after update on base.invitation for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function base.note_ended('invitation');
create trigger note_ended after update on base.staff_invitation for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function base.note_ended('staff_invitation');
create trigger note_ended after delete on base.login_passkey for each row execute function base.note_ended('passkey');
create trigger note_place after update on base.member for each row
  when ((old.ended_at is null) <> (new.ended_at is null) or old.roles <> new.roles) execute function base.note_place('member');
create trigger note_place after update on base.staff for each row
  when ((old.ended_at is null) <> (new.ended_at is null) or old.roles <> new.roles) execute function base.note_place('staff');

-- What ended before this was noted. The id follows from the thing, so that every copy of this database gives it the same.
insert into base.ledger_entry (account_id, id, place, line, at)
  select account, id, nextval('base.ledger_place'), base.end_line(id, account, what, of, null, at), at from (
    select account, what, of, at, md5('end ' || what || ' ' || account || ' ' || of)::uuid as id from (
      select account_id as account, 'deposit' as what, id as of, ended_at as at from base.deposit
        where ending in ('withdrawn', 'replaced')
      union all select account_id, 'lease', id, coalesce(ended_at, decided_at, created_at) from base.lease
        where status in ('denied', 'ended')
      union all select account_id, 'api_key', id, ended_at from base.api_key where ended_at is not null
      union all select account_id, 'member', person_id, ended_at from base.member where ended_at is not null
      union all select account_id, 'invitation', id, withdrawn_at from base.invitation where withdrawn_at is not null
      union all select '00000000-0000-0000-0000-000000000000', 'staff', id, ended_at from base.staff where ended_at is not null
      union all select '00000000-0000-0000-0000-000000000000', 'staff_api_key', id, ended_at from base.staff_api_key
        where ended_at is not null
      union all select '00000000-0000-0000-0000-000000000000', 'staff_invitation', id, withdrawn_at from base.staff_invitation
        where withdrawn_at is not null) ended
    order by at, of) known
  on conflict (account_id, id) do nothing;

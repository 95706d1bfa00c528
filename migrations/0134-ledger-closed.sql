-- More of what a restored database has to end again: companies that were disabled, grounds for transfers that fell, approvals
-- of public texts that were taken back, and links to conversations that were ended.

-- What may be open and closed again says each time how it stands, so that its last line counts: `open` while it is open.
create function base.note_gate() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform base.note_end(null, tg_argv[0], new.id, case when case tg_argv[0]
    when 'processor' then to_jsonb(new)->>'enabled_at' is not null
    else to_jsonb(new)->>'invalid_at' is null end then array['open'] end);
  return null;
end
$$;
revoke execute on function base.note_gate() from public;

create trigger note_gate after update on base.processor for each row
  when ((old.enabled_at is null) <> (new.enabled_at is null)) execute function base.note_gate('processor');
create trigger note_gate after update on base.transfer_ground for each row
  when ((old.invalid_at is null) <> (new.invalid_at is null)) execute function base.note_gate('transfer_ground');
create trigger note_ended after update on base.case_study_approval for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function base.note_ended('case_study_approval');
create trigger note_ended after update on base.ticket_link for each row
  when (old.ended_at is null and new.ended_at is not null) execute function base.note_ended('ticket_link');

-- What was closed before this was noted. The id follows from the thing, so that every copy of this database gives it the same.
insert into base.ledger_entry (account_id, id, place, line, at)
  select account, id, nextval('base.ledger_place'), base.end_line(id, account, what, of, null, at), at from (
    select account, what, of, at, md5('end ' || what || ' ' || account || ' ' || of || ' ' || extract(epoch from at))::uuid as id from (
      select '00000000-0000-0000-0000-000000000000'::uuid as account, 'processor' as what, id as of, disabled_at as at
        from base.processor where enabled_at is null and disabled_at is not null
      union all select '00000000-0000-0000-0000-000000000000', 'transfer_ground', id, invalid_at from base.transfer_ground
        where invalid_at is not null
      union all select account_id, 'case_study_approval', id, withdrawn_at from base.case_study_approval
        where withdrawn_at is not null
      union all select account_id, 'ticket_link', id, ended_at from base.ticket_link where ended_at is not null) closed
    order by at, of) known
  on conflict (account_id, id) do nothing;

-- A ground that fell since a backup falls again with nobody of the staff behind it.
alter table base.transfer_ground drop constraint transfer_ground_check;
alter table base.transfer_ground add constraint transfer_ground_fell
  check ((invalid_at is null) = (invalid_why is null) and (invalid_by is null or invalid_at is not null));

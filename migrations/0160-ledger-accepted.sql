-- An invitation that was accepted ends by it: a database restored from before ends it again, so that the letter of then lets
-- nobody in under a password of their own. What registers somebody by themselves is left open: whoever has that mailbox
-- registers anew in any case, and an account that nobody confirmed would be erased.
create trigger note_ended_accepted after update on base.invitation for each row
  when (old.accepted_at is null and new.accepted_at is not null and new.invited_by is not null)
  execute function base.note_ended('invitation');
create trigger note_ended_accepted after update on base.staff_invitation for each row
  when (old.accepted_at is null and new.accepted_at is not null) execute function base.note_ended('staff_invitation');

-- What was accepted before this was noted. The id follows from the thing, so that every copy of this database gives it the same.
insert into base.ledger_entry (account_id, id, place, line, at)
  select account, id, nextval('base.ledger_place'), base.end_line(id, account, what, of, null, at), at from (
    select account, what, of, at, md5('end ' || what || ' ' || account || ' ' || of || ' accepted')::uuid as id from (
      select account_id as account, 'invitation' as what, id as of, accepted_at as at
        from base.invitation where accepted_at is not null and invited_by is not null
      union all select '00000000-0000-0000-0000-000000000000', 'staff_invitation', id, accepted_at
        from base.staff_invitation where accepted_at is not null) accepted
    order by at, of) known
  on conflict (account_id, id) do nothing;

-- More of what a restored database has to end again: the switch of additions from public sources, facts that were taken away,
-- case studies that the provider dropped or wrote anew, and transfers of the business that were cancelled.

-- Done again after a restore, nobody of the staff stands behind it.
alter table base.enrichment_switch alter column turned_by drop not null;
alter table base.enrichment_fact drop constraint enrichment_fact_check;
alter table base.enrichment_fact add constraint enrichment_fact_removed check (removed_by is null or removed_at is not null);
alter table base.case_study drop constraint case_study_check;
alter table base.case_study add constraint case_study_dropped check (dropped_by is null or dropped_at is not null);
alter table base.succession_campaign drop constraint succession_campaign_check1;
alter table base.succession_campaign add constraint succession_campaign_cancelled
  check (cancelled_by is null or cancelled_at is not null);

-- Each turn is a row of its own, so that all of them are about the one switch: it has no id.
create function base.note_switch() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform base.note_end(null, 'enrichment', '00000000-0000-0000-0000-000000000000',
    case when new.state = 'on' then array['open'] end);
  return null;
end
$$;
revoke execute on function base.note_switch() from public;

create trigger note_gate after insert on base.enrichment_switch for each row execute function base.note_switch();
create trigger note_ended after update on base.enrichment_fact for each row
  when (old.removed_at is null and new.removed_at is not null) execute function base.note_ended('enrichment_fact');
-- The text that was shown is no longer shown: dropped, or another one stands in its place.
create trigger note_ended after update on base.case_study for each row
  when ((old.dropped_at is null and new.dropped_at is not null) or old.text_hash <> new.text_hash)
  execute function base.note_ended('case_study');
create trigger note_ended after update on base.succession_campaign for each row
  when (old.cancelled_at is null and new.cancelled_at is not null) execute function base.note_ended('succession_campaign');

-- What ended before this was noted. The id follows from the thing, so that every copy of this database gives it the same.
insert into base.ledger_entry (account_id, id, place, line, at)
  select account, id, nextval('base.ledger_place'), base.end_line(id, account, what, of, roles, at), at from (
    select account, what, of, roles, at,
      md5('end ' || what || ' ' || account || ' ' || of || ' ' || extract(epoch from at))::uuid as id from (
      select '00000000-0000-0000-0000-000000000000'::uuid as account, 'enrichment' as what,
          '00000000-0000-0000-0000-000000000000'::uuid as of, case when state = 'on' then array['open'] end as roles, turned_at as at
        from base.enrichment_switch
      union all select account_id, 'enrichment_fact', id, null, removed_at from base.enrichment_fact where removed_at is not null
      union all select account_id, 'case_study', id, null, dropped_at from base.case_study where dropped_at is not null
      union all select '00000000-0000-0000-0000-000000000000', 'succession_campaign', id, null, cancelled_at
        from base.succession_campaign where cancelled_at is not null) ended
    order by at, of) known
  on conflict (account_id, id) do nothing;

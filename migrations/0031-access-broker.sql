-- The broker's role sees no table and no view. It may ask two questions, and both look only at what is live by the
-- database's own clock: a lease that is approved, not ended, not run out and not used up, held by who still is staff,
-- on a deposit that is not ended, not run out, not used up, and not of a person whose limits stop the purpose `access`.

-- Everything that the sealed secret is bound to, if this person may see it now; otherwise no row.
create function base.broker_look(account uuid, lease uuid, holder uuid)
returns table (request_id uuid, item_id uuid, deposit_id uuid, kind text, version integer, expires_at timestamptz, views integer)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query
    select d.request_id, d.item_id, d.id, d.kind, d.version, d.expires_at, d.views
    from access.lease l
    join access.deposit d on d.account_id = l.account_id and d.id = l.deposit_id
    join access.staff s on s.id = l.asked_by
    join access.account a on a.id = l.account_id
    where l.account_id = account and l.id = lease and l.asked_by = holder
      and l.status = 'approved' and l.expires_at > now() and l.uses_left > 0
      and d.ended_at is null and d.expires_at > now() and d.views_left > 0
      and s.joined_at is not null and s.ended_at is null and s.roles && array['owner', 'technician'] and a.closed_at is null;
end
$$;

-- Consumes one use, if there still is one, and records it: the use, its entry in the access log and the letter to the
-- client are one transaction. Of any number of calls at once as many get true as uses are left.
create function base.broker_use(account uuid, lease uuid, holder uuid, reveal uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  live record;
  used record;
begin
  select * into live from base.broker_look(account, lease, holder);
  if not found then return false; end if;
  -- Deposit before lease, as withdrawing does: the two never wait for one another.
  update base.deposit d set views_left = d.views_left - 1
    where d.account_id = account and d.id = live.deposit_id
      and d.ended_at is null and d.expires_at > now() and d.views_left > 0;
  if not found then return false; end if;
  update base.lease l set uses_left = l.uses_left - 1
    where l.account_id = account and l.id = lease and l.asked_by = holder
      and l.status = 'approved' and l.expires_at > now() and l.uses_left > 0
    returning l.target_id into used;
  if not found then
    -- The lease ended or was used up meanwhile: the view that was taken above is given back.
    update base.deposit d set views_left = d.views_left + 1
      where d.account_id = account and d.id = live.deposit_id;
    return false;
  end if;
  insert into base.reveal (account_id, id, lease_id, deposit_id, target_id, staff_id)
    values (account, reveal, lease, live.deposit_id, used.target_id, holder);
  insert into base.audit_inbox (id, at, actor_kind, actor_id, account_id, purpose, operation, via, outcome, subjects)
    select gen_random_uuid(), now(), 'staff', holder, account, 'access', 'broker.use', 'job', 'done', array[d.deposited_by]
    from base.deposit d where d.account_id = account and d.id = live.deposit_id;
  perform base.enqueue('reveal.tell', jsonb_build_object('accountId', account, 'revealId', reveal), null, reveal::text);
  return true;
end
$$;

revoke execute on function base.broker_look(uuid, uuid, uuid) from public;
revoke execute on function base.broker_use(uuid, uuid, uuid, uuid) from public;
grant usage on schema base to zavor_broker;
grant execute on function base.broker_look(uuid, uuid, uuid) to zavor_broker;
grant execute on function base.broker_use(uuid, uuid, uuid, uuid) to zavor_broker;

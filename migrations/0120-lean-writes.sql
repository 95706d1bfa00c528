-- A statement inside a function keeps the plan of its first calls. Made while a table was still empty, it would read the
-- whole table ever after, dead rows and all: `enable_seqscan = off` below has them go by the index from the start.
-- A job without a key is one row and its notice to the worker, written here as the queue's own add_job writes them (held
-- by a test against it): the queue's general function costs six times as much. All else goes through that function.
create or replace function base.enqueue(operation text, input jsonb, run_at timestamptz, key text) returns void
language plpgsql security definer set search_path = pg_catalog set enable_seqscan = off as $$
declare
  task integer;
begin
  if octet_length(input::text) > 65536 then
    raise exception 'the input of a job holds ids, it is no place for %', pg_size_pretty(octet_length(input::text)::bigint);
  end if;
  if key is null then
    select t.id into task from graphile_worker._private_tasks t where t.identifier = 'operation';
    if found then
      perform pg_notify('jobs:insert', '{"r":' || random()::text || ',"count":1}');
      insert into graphile_worker._private_jobs (task_id, payload, run_at, max_attempts)
        values (task, json_build_object('operation', operation, 'input', input), coalesce(run_at, now()), 12);
      return;
    end if;
  end if;
  perform graphile_worker.add_job(
    'operation',
    json_build_object('operation', operation, 'input', input),
    run_at => run_at,
    max_attempts => 12,
    job_key => operation || ' ' || key
  );
end
$$;

-- Chains a batch. What comes from the inbox is on disk there already, and is chained again by the sweep should the machine
-- stop before this is: a batch of nothing else does not wait for the disk.
create or replace function base.audit_append(entries jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog set enable_seqscan = off as $$
declare
  head base.audit_head%rowtype;
  fresh boolean := false;
  e record;
begin
  select * into head from base.audit_head where id = 1 for update;
  -- Under the head's lock, and never back, whatever the clock does.
  head.at := greatest(head.at, clock_timestamp());
  for e in
    select * from jsonb_to_recordset(entries) as r(
      id uuid, at timestamptz, actor_kind text, actor_id uuid, account_id uuid, purpose text,
      operation text, via text, outcome text, subjects uuid[], line text, inbox boolean)
  loop
    if e.inbox then
      delete from base.audit_inbox i where i.id = e.id;
      if not found then continue; end if;
    else
      fresh := true;
    end if;
    head.seq := head.seq + 1;
    head.hash := sha256(head.hash || convert_to(head.seq || ' ' || e.line, 'UTF8'));
    insert into base.audit_entry
      (seq, id, at, actor_kind, actor_id, account_id, purpose, operation, via, outcome, subjects, hash, chained_at)
    values (head.seq, e.id, e.at, e.actor_kind, e.actor_id, e.account_id, e.purpose, e.operation, e.via, e.outcome,
      e.subjects, head.hash, head.at);
  end loop;
  update base.audit_head h set seq = head.seq, hash = head.hash, at = head.at where h.id = 1;
  if not fresh then
    perform set_config('synchronous_commit', 'off', true);
  end if;
  return head.seq;
end
$$;

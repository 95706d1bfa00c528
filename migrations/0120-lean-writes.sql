-- A statement inside a function keeps the plan of its first calls. Made while a table was still empty, it would read the
-- whole table ever after, dead rows and all: `enable_seqscan = off` below has them go by the index from the start.
-- A job without a key is one row and its notice to the worker, written here as the queue's own add_job writes them (held
-- by a test against it): the queue's general function costs six times as much. All else goes through that function.
create or replace function base.enqueue(operation text, input jsonb, run_at timestamptz, key text) returns void
language plpgsql security definer set search_path = pg_catalog
  set enable_seqscan = off set plan_cache_mode = 'force_generic_plan' as $$
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

alter function base.audit_append(jsonb) set enable_seqscan = off;

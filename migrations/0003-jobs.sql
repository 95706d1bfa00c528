-- A job is an operation to be run by the worker, as the system. It is written in the caller's transaction: it exists
-- exactly if the write that asked for it does. Purposes may add jobs here and nowhere else, and see none.
-- The queue itself (schema graphile_worker) is laid down by the worker's own library before these files.
-- key: a waiting job of the same operation and key is replaced instead of added beside.
create function base.enqueue(operation text, input jsonb, run_at timestamptz, key text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if octet_length(input::text) > 65536 then
    raise exception 'the input of a job holds ids, it is no place for %', pg_size_pretty(octet_length(input::text)::bigint);
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
revoke execute on function base.enqueue(text, jsonb, timestamptz, text) from public;

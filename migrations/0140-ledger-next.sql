-- What the ledger outside still lacks, for whoever writes it: takes the lock of its one writer, and then looks. Each statement
-- of this function sees what was committed before the lock was given; one statement that locks and looks would not.
-- The transaction only notes what stands outside already: lost in a crash, the note is found anew by the line's id. So its
-- commit does not wait for the disk.
create function base.ledger_next(most integer, out known_seq bigint, out known_hash bytea, out waiting jsonb)
language plpgsql security definer set search_path = pg_catalog set enable_seqscan = off as $$
begin
  perform pg_advisory_xact_lock(hashtext('zavor erasure log'));
  perform set_config('synchronous_commit', 'off', true);
  select h.seq, h.hash into strict known_seq, known_hash from base.ledger_head h;
  select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'line', w.line) order by w.place), '[]') into waiting
    from (select e.id, e.line, e.place from base.ledger_entry e where e.seq is null order by e.place limit most) w;
end
$$;
revoke execute on function base.ledger_next(integer) from public;

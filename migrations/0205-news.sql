-- Announces that there is something new about a ticket, whoever wrote it and by whatever way: to those who follow it at this
-- moment, once it is committed. Ids alone, no word of anybody. What only the staff see has a name of its own, so that no
-- client can tell from the moment that something was noted.
-- Row by row (measured: 6 µs): messages come one by one, and a restore, which writes them in bulk, takes triggers off. The same
-- announcement twice in a transaction is one. The lock that puts announcements in order is taken anyway where a job is enqueued.
create function base.tell_news() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  perform pg_notify('zavor_news', tg_argv[0] || ':' || new.account_id || ':' || new.ticket_id);
  return null;
end
$$;
revoke execute on function base.tell_news() from public;

create trigger tell_news after insert on base.message for each row execute function base.tell_news('ticket');
-- Also each change of status that leaves no message, and who has it in hand.
create trigger tell_news after insert on base.ticket_event for each row execute function base.tell_news('ticket');
create trigger tell_news after insert on base.note for each row execute function base.tell_news('note');

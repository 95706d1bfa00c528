-- Which subjects hold a common word, from the newest ticket back?
create index ticket_newest on base.ticket (created_at desc);

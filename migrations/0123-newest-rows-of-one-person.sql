-- Which are the newest rows about this person? Asked page by page by whoever sees or takes what is held about them: without
-- the key in the index it cost as much as the account is large, or a sort of all of the person's rows for each page.
drop index base.ticket_of_person;
create index ticket_of_person on base.ticket (account_id, opened_by, id) where opened_by is not null;
drop index base.message_of_person;
create index message_of_person on base.message (account_id, author, id) where author is not null;

-- Which rows are about this person? Asked by every restriction, objection, consent, erasure and export, of every table
-- about people: by the account alone it would cost as much as the account is large.
create index ticket_of_person on base.ticket (account_id, opened_by) where opened_by is not null;
create index message_of_person on base.message (account_id, author) where author is not null;
create index message_notice_of_person on base.message_notice (account_id, recipient);
create index attachment_of_person on base.attachment (account_id, added_by) where added_by is not null;
create index ticket_event_of_person on base.ticket_event (account_id, by_person) where by_person is not null;
create index ticket_link_of_person on base.ticket_link (account_id, person_id);
create index order_of_person on base."order" (account_id, placed_by);
create index order_answer_of_person on base.order_answer (account_id, given_by);
create index order_event_of_person on base.order_event (account_id, by_person) where by_person is not null;
create index feedback_of_person on base.feedback (account_id, given_by);
create index deposit_of_person on base.deposit (account_id, deposited_by);
create index letter_of_person on base.letter (account_id, person_id) where person_id is not null;
create index invitation_of_person on base.invitation (account_id, person_id);
create index terms_acceptance_of_person on base.terms_acceptance (account_id, person_id);
create index api_key_of_person on base.api_key (account_id, person_id);
create index legal_hold_of_person on base.legal_hold (account_id, person_id) where person_id is not null;
create index correction_of_person on base.correction (account_id, person_id);
create index rights_case_person_of_person on base.rights_case_person (account_id, person_id);
create index rights_answer_of_person on base.rights_answer (account_id, person_id);

-- What hangs on this row? Asked for each row that ends by time, before it goes.
create index ticket_link_of_ticket on base.ticket_link (account_id, ticket_id);
create index deposit_of_request on base.deposit (account_id, request_id);
create index reveal_of_deposit on base.reveal (account_id, deposit_id);

-- A limit rewrites the rows of one person, which lie among those of others: with room in each page PostgreSQL leaves the
-- indexes as they are, of which the one over words costs more than all else.
alter table base.message set (fillfactor = 90);

-- Tickets, what is said on them, what is attached, what happens to them, and each client's policy sheet.

-- Small letters without diacritics: Romanian ones in both of their spellings, and Latin ones at large.
-- The same in every database whatever its locale, so that an index over it is sound. Mirrored in src/desk/search/fold.ts.
create function base.fold(value text) returns text
language sql immutable strict parallel safe
return translate(
  lower(regexp_replace(normalize(value, nfkd), U&'[\0300-\036f]+', '', 'g') collate "C"),
  'øđłħŧðþıŋĸØĐŁĦŦÐÞŊ', 'odlhtdtinkodlhtdtn');

-- The words of a text as they are searched: host names, addresses and paths are taken apart, so that any part is found.
create function base.search_words(value text) returns tsvector
language sql immutable strict parallel safe
return to_tsvector('pg_catalog.simple', translate(base.fold(value), './\@_:=,;#+-', '            '));

create table base.ticket (
  account_id uuid not null references base.account,
  id uuid not null,
  -- Given by trigger from one sequence: what people call the ticket by. Gaps mean nothing.
  number integer not null default 0,
  opened_by uuid,
  opened_by_staff uuid references base.staff,
  subject text not null,
  status text not null check (status in ('open', 'waiting_client', 'waiting_us', 'closed')),
  status_at timestamptz(3) not null default now(),
  closed_at timestamptz(3),
  assigned_to uuid references base.staff,
  assigned_at timestamptz(3),
  order_id uuid,
  created_at timestamptz(3) not null default now(),
  last_activity_at timestamptz(3) not null default now(),
  search tsvector not null generated always as (base.search_words(subject)) stored,
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, opened_by) references base.person,
  foreign key (account_id, order_id) references base."order",
  check (num_nonnulls(opened_by, opened_by_staff) = 1),
  check ((status = 'closed') = (closed_at is not null)),
  check ((assigned_to is null) = (assigned_at is null))
);
create sequence base.ticket_number as integer start 1001;
create function base.number_ticket() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  new.number := nextval('base.ticket_number');
  return new;
end
$$;
revoke execute on function base.number_ticket() from public;
create trigger number_ticket before insert on base.ticket for each row execute function base.number_ticket();
-- Which ticket is called by this number? The sequence keeps it unique, as an index across accounts could not everywhere.
create index ticket_by_number on base.ticket (number);
-- Which account does this ticket belong to? The staff's addresses name the ticket alone.
create index ticket_by_id on base.ticket (id);
-- A client's tickets, newest activity first, page by key.
create index ticket_of_account on base.ticket (account_id, last_activity_at desc, id desc);
-- Tickets about one order.
create index ticket_of_order on base.ticket (account_id, order_id, last_activity_at desc) where order_id is not null;
-- The inbox's queues, newest activity first, page by key; the marker lies beside, so that counting needs the index alone.
-- What is open?
create index ticket_open on base.ticket (last_activity_at desc, id desc) include (marker) where closed_at is null;
-- What is open and nobody's?
create index ticket_unassigned on base.ticket (last_activity_at desc, id desc) include (marker)
  where closed_at is null and assigned_to is null;
-- What is open and mine?
create index ticket_mine on base.ticket (assigned_to, last_activity_at desc, id desc) include (marker)
  where closed_at is null and assigned_to is not null;
-- What waits for our answer?
create index ticket_waiting on base.ticket (last_activity_at desc, id desc) include (marker)
  where status in ('open', 'waiting_us');
-- What was closed? Also what retention looks at.
create index ticket_closed on base.ticket (last_activity_at desc, id desc) include (marker) where closed_at is not null;
-- Which subjects hold these words? Without a pending list, so that a search costs the same after many writes.
create index ticket_search on base.ticket using gin (search) with (fastupdate = off);

-- What the client and the staff say to each other. Only added to.
create table base.message (
  account_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  author uuid,
  author_staff uuid references base.staff,
  -- Chosen by the sender: the same form sent twice is one message.
  sending_id uuid,
  body text not null,
  created_at timestamptz(3) not null default now(),
  search tsvector not null generated always as (base.search_words(body)) stored,
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, ticket_id) references base.ticket,
  foreign key (account_id, author) references base.person,
  check (num_nonnulls(author, author_staff) = 1)
);
-- What was said on this ticket, newest first, page by key.
create index message_of_ticket on base.message (account_id, ticket_id, created_at desc, id desc);
-- Was this form sent already?
create unique index message_sending on base.message (account_id, sending_id) where sending_id is not null;
-- Which messages hold these words: by the words where they are rare,
create index message_search on base.message using gin (search) with (fastupdate = off);
-- or from the newest back where they are in every other message.
create index message_newest on base.message (created_at desc);

-- What the staff say to one another about a ticket. A table of its own: no query for a client's eyes touches it.
create table base.note (
  account_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  author_staff uuid not null references base.staff,
  sending_id uuid,
  body text not null,
  created_at timestamptz(3) not null default now(),
  search tsvector not null generated always as (base.search_words(body)) stored,
  primary key (account_id, id),
  foreign key (account_id, ticket_id) references base.ticket
);
-- What was noted on this ticket, newest first, page by key.
create index note_of_ticket on base.note (account_id, ticket_id, created_at desc, id desc);
-- Was this form sent already?
create unique index note_sending on base.note (account_id, sending_id) where sending_id is not null;
-- Which notes hold these words: rare ones,
create index note_search on base.note using gin (search) with (fastupdate = off);
-- and common ones.
create index note_newest on base.note (created_at desc);

-- Who was told by letter of which message. A notice that runs again tells nobody twice.
create table base.message_notice (
  account_id uuid not null,
  message_id uuid not null,
  -- A person of the account, or one of the staff.
  recipient uuid not null,
  created_at timestamptz(3) not null default now(),
  marker integer not null default 0,
  primary key (account_id, message_id, recipient),
  foreign key (account_id, message_id) references base.message
);

-- A file given with a message. Its content lies encrypted under the account's key in the file store, by this row's id.
-- Until its message is sent it belongs to none; what is never sent is removed.
create table base.attachment (
  account_id uuid not null references base.account,
  id uuid not null,
  message_id uuid,
  added_by uuid,
  added_by_staff uuid references base.staff,
  name text not null,
  size_bytes integer not null check (size_bytes between 0 and 10485760),
  created_at timestamptz(3) not null default now(),
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, message_id) references base.message,
  foreign key (account_id, added_by) references base.person,
  check (num_nonnulls(added_by, added_by_staff) = 1)
);
-- What is attached to these messages?
create index attachment_of_message on base.attachment (account_id, message_id) where message_id is not null;
-- What was never sent?
create index attachment_unsent on base.attachment (created_at) where message_id is null;

-- What happened to a ticket. Only added to; the ticket itself holds the present state.
create table base.ticket_event (
  account_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  kind text not null check (kind in
    ('opened', 'waiting_client', 'waiting_us', 'closed', 'assigned', 'released')),
  by_person uuid,
  by_staff uuid references base.staff,
  assignee uuid references base.staff,
  created_at timestamptz(3) not null default now(),
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, ticket_id) references base.ticket,
  foreign key (account_id, by_person) references base.person,
  check (num_nonnulls(by_person, by_staff) <= 1),
  check ((kind = 'assigned') = (assignee is not null))
);
-- What happened to this ticket, newest first?
create index ticket_event_of_ticket on base.ticket_event (account_id, ticket_id, created_at desc, id desc);

-- The way back to a ticket for who has no account here. Only the hash of the link's token is kept.
create table base.ticket_link (
  account_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  person_id uuid not null,
  token_hash text not null,
  created_at timestamptz(3) not null default now(),
  ended_at timestamptz(3),
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, ticket_id) references base.ticket,
  foreign key (account_id, person_id) references base.person
);
-- Which ticket does this link lead to? The token carries its account.
create unique index ticket_link_token on base.ticket_link (account_id, token_hash);

-- How to act for a client (P10). Each save is a row of its own, so that the sheet and its history are one thing.
create table base.playbook (
  account_id uuid not null references base.account,
  id uuid not null,
  version integer not null check (version > 0),
  hours text not null,
  escalation text not null,
  tone text not null,
  refunds text not null,
  never text not null,
  by_person uuid,
  by_staff uuid references base.staff,
  created_at timestamptz(3) not null default now(),
  primary key (account_id, id),
  foreign key (account_id, by_person) references base.person,
  check (num_nonnulls(by_person, by_staff) = 1)
);
-- What holds for this client now, and before? Two saves over the same version cannot both win.
create unique index playbook_version on base.playbook (account_id, version desc);

-- Which clients go by these words: by the company's name,
create index account_words on base.account using gin (base.search_words(name)) with (fastupdate = off);
-- or by the name or the address of one of its people?
create index person_words on base.person using gin (base.search_words(name || ' ' || coalesce(email, '')))
  with (fastupdate = off);

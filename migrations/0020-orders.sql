-- Services, orders and what happens to them. An order holds the terms it was placed under, so that changing a service
-- never changes an order.

create table base.service (
  id uuid primary key,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name_ro text not null,
  name_en text not null,
  summary_ro text not null,
  summary_en text not null,
  description_ro text not null,
  description_en text not null,
  delivers_ro text not null,
  delivers_en text not null,
  price_minor bigint not null check (price_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  unit text not null check (unit in ('once', 'monthly')),
  -- The fields of the order form and the access that the work needs.
  asks jsonb not null,
  -- Counts the saves: an order names the revision that its client saw.
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid references base.staff,
  updated_at timestamptz not null default now(),
  updated_by uuid references base.staff,
  published_at timestamptz,
  published_by uuid references base.staff,
  retired_at timestamptz,
  retired_by uuid references base.staff
);
-- Which service is at this address?
create unique index service_slug on base.service (slug);

create table base."order" (
  account_id uuid not null references base.account,
  id uuid not null,
  -- Chosen by the caller: the same form sent twice is one order.
  placement_id uuid not null,
  service_id uuid not null references base.service,
  service_revision integer not null,
  terms jsonb not null,
  price_minor bigint not null check (price_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  unit text not null check (unit in ('once', 'monthly')),
  status text not null check (status in
    ('ordered', 'accepted', 'access_given', 'in_work', 'delivered', 'confirmed', 'declined', 'cancelled')),
  status_at timestamptz not null default now(),
  placed_by uuid not null,
  created_at timestamptz not null default now(),
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, placed_by) references base.person
);
-- Was this form sent already?
create unique index order_placement on base."order" (account_id, placement_id);
-- Orders of all clients, newest first, page by key.
create index order_newest on base."order" (id desc);
-- What must staff do next, longest waiting first?
create index order_queue on base."order" (status, status_at, id)
  where status not in ('confirmed', 'declined', 'cancelled');

-- One answer of the order form a row, in the column of its kind; the others are empty.
create table base.order_answer (
  account_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  field text not null,
  given_by uuid not null,
  authorised_email text,
  billing_address text,
  chat_account text,
  server_detail text,
  support_detail text,
  created_at timestamptz not null default now(),
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, order_id) references base."order",
  foreign key (account_id, given_by) references base.person,
  check (num_nonnulls(authorised_email, billing_address, chat_account, server_detail, support_detail) <= 1)
);
-- What was answered on this order's form? Each field once.
create unique index order_answer_field on base.order_answer (account_id, order_id, field);

-- What access an order needs. Its state is that of the item of the secure request it points to.
create table base.checklist_item (
  account_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  item text not null,
  position integer not null,
  request_item_id uuid,
  created_at timestamptz not null default now(),
  primary key (account_id, id),
  foreign key (account_id, order_id) references base."order"
);
-- What access does this order need? Each item once.
create unique index checklist_item_order on base.checklist_item (account_id, order_id, item);

-- The timeline. Only added to: no purpose may change or remove a line but the rights desk.
create table base.order_event (
  account_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  kind text not null check (kind in
    ('ordered', 'accepted', 'access_given', 'in_work', 'delivered', 'confirmed', 'declined', 'cancelled')),
  at timestamptz not null default now(),
  by_person uuid,
  by_staff uuid references base.staff,
  words text,
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, order_id) references base."order",
  foreign key (account_id, by_person) references base.person,
  check (num_nonnulls(by_person, by_staff) <= 1)
);
-- How did this order go? A step is taken once, so a second attempt at the same step fails here too.
create unique index order_event_order on base.order_event (account_id, order_id, kind);

create table base.delivery (
  account_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  words text not null,
  delivered_by uuid not null references base.staff,
  created_at timestamptz not null default now(),
  primary key (account_id, id),
  foreign key (account_id, order_id) references base."order"
);
-- What was delivered on this order? Once.
create unique index delivery_order on base.delivery (account_id, order_id);

create table base.feedback (
  account_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  given_by uuid not null,
  rating integer not null check (rating between 1 and 5),
  words text,
  created_at timestamptz not null default now(),
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, order_id) references base."order",
  foreign key (account_id, given_by) references base.person
);
-- What did the client think of this order? Once.
create unique index feedback_order on base.feedback (account_id, order_id);

-- Entrusted access: what is asked of a client, what it hands over, who may use it for how long, and each use.

-- Who may approve the use of what an account handed over. Without a row: the client, or another owner of the staff.
create table base.access_rule (
  account_id uuid primary key references base.account,
  approval text not null check (approval in ('client', 'client_or_staff')),
  changed_at timestamptz not null default now(),
  changed_by uuid not null,
  foreign key (account_id, changed_by) references base.person
);

-- The server, database or system that a deposit opens: its facts, without any secret.
create table base.target (
  account_id uuid not null references base.account,
  id uuid not null,
  kind text not null check (kind in ('server', 'database', 'ticketing')),
  name text not null,
  host text,
  port integer check (port between 1 and 65535),
  url text,
  engine text,
  database_name text,
  username text,
  added_by uuid,
  added_by_staff uuid references base.staff,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (account_id, id),
  foreign key (account_id, added_by) references base.person,
  check (num_nonnulls(added_by, added_by_staff) = 1)
);

-- A secure request: named things, why, and until when. Asked by staff, or offered by the client.
create table base.secret_request (
  account_id uuid not null references base.account,
  id uuid not null,
  order_id uuid,
  ticket_id uuid,
  reason text not null,
  asked_by uuid references base.staff,
  offered_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references base.staff,
  primary key (account_id, id),
  foreign key (account_id, offered_by) references base.person,
  check (num_nonnulls(asked_by, offered_by) <= 1)
);
-- What was asked of this client, newest first?
create index secret_request_newest on base.secret_request (account_id, id desc);
-- Which account's request is this (staff follow a link)?
create index secret_request_id on base.secret_request (id);
-- What was asked for this order, for this ticket?
create index secret_request_order on base.secret_request (account_id, order_id) where order_id is not null;
create index secret_request_ticket on base.secret_request (account_id, ticket_id) where ticket_id is not null;

create table base.secret_request_item (
  account_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('server', 'database', 'ticketing')),
  name text not null,
  detail text,
  -- How often one deposit may be shown in all.
  views integer not null check (views between 1 and 100),
  target_id uuid,
  -- Counts the deposits on it: who hands over names the next number, so that two at the same time cannot both stand.
  version integer not null default 0,
  status text not null default 'asked' check (status in ('asked', 'given', 'refused', 'withdrawn')),
  answered_at timestamptz,
  answered_by uuid,
  refusal text,
  primary key (account_id, id),
  foreign key (account_id, request_id) references base.secret_request,
  foreign key (account_id, target_id) references base.target,
  foreign key (account_id, answered_by) references base.person
);
-- What does this request ask for, in its order?
create unique index secret_request_item_request on base.secret_request_item (account_id, request_id, position);

-- A secret handed over: sealed in the browser for the broker, and once more under the account's key. When it ends, the
-- ciphertext is destroyed and the row stays as the record of it.
create table base.deposit (
  account_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  item_id uuid not null,
  target_id uuid not null,
  kind text not null check (kind in ('server', 'database', 'ticketing')),
  version integer not null check (version > 0),
  broker_key text not null check (broker_key ~ '^[0-9a-f]{16}$'),
  sealed bytea,
  views integer not null check (views between 1 and 100),
  views_left integer not null check (views_left between 0 and views),
  deposited_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  ending text check (ending in ('withdrawn', 'replaced', 'expired', 'erased')),
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, request_id) references base.secret_request,
  foreign key (account_id, item_id) references base.secret_request_item,
  foreign key (account_id, target_id) references base.target,
  foreign key (account_id, deposited_by) references base.person,
  foreign key (account_id, ended_by) references base.person,
  -- An ended deposit holds no ciphertext, a live one does.
  check ((ended_at is null) = (sealed is not null) and (ended_at is null) = (ending is null))
);
-- Which deposits has this item had? Each version once.
create unique index deposit_item on base.deposit (account_id, item_id, version);
-- What stands on this item now? One at most.
create unique index deposit_item_live on base.deposit (account_id, item_id) where ended_at is null;
-- What opens this target now?
create index deposit_target on base.deposit (account_id, target_id) where ended_at is null;
-- Which ciphertexts have run out and are to be destroyed?
create index deposit_expiry on base.deposit (expires_at) where ended_at is null;

-- A time-boxed right to use a deposit, for a reason. Target, reason and length never change after asking.
create table base.lease (
  account_id uuid not null,
  id uuid not null,
  target_id uuid not null,
  deposit_id uuid not null,
  asked_by uuid not null references base.staff,
  reason text not null,
  order_id uuid,
  ticket_id uuid,
  minutes integer not null check (minutes between 5 and 1440),
  uses integer not null check (uses between 1 and 10),
  uses_left integer not null check (uses_left between 0 and uses),
  status text not null default 'asked' check (status in ('asked', 'approved', 'denied', 'ended')),
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid,
  decided_by_staff uuid references base.staff,
  -- Set at approval: the clock starts there.
  expires_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  ended_by_staff uuid references base.staff,
  ending text check (ending in ('ended', 'deposit_withdrawn', 'deposit_replaced', 'deposit_expired', 'target_changed', 'erased')),
  primary key (account_id, id),
  foreign key (account_id, target_id) references base.target,
  foreign key (account_id, deposit_id) references base.deposit,
  foreign key (account_id, decided_by) references base.person,
  foreign key (account_id, ended_by) references base.person,
  -- Nobody approves their own.
  check (decided_by_staff is null or decided_by_staff <> asked_by),
  check ((status in ('approved', 'denied')) <= (decided_at is not null)),
  check ((expires_at is not null) >= (status = 'approved'))
);
-- Who uses what of this account, newest first?
create index lease_newest on base.lease (account_id, id desc);
-- Which account's lease is this (staff follow a link)?
create index lease_id on base.lease (id);
-- Which leases hang on this deposit and end with it?
create index lease_deposit on base.lease (account_id, deposit_id);
-- Which leases belong to this order, to this ticket?
create index lease_order on base.lease (account_id, order_id) where order_id is not null;
create index lease_ticket on base.lease (account_id, ticket_id) where ticket_id is not null;
-- What do I hold or wait for?
create index lease_holder on base.lease (asked_by, id desc);

-- Each showing of a secret. Written by the broker in the transaction that consumes the use; nobody changes or removes it.
create table base.reveal (
  account_id uuid not null,
  id uuid not null,
  lease_id uuid not null,
  deposit_id uuid not null,
  target_id uuid not null,
  staff_id uuid not null references base.staff,
  at timestamptz not null default now(),
  primary key (account_id, id),
  foreign key (account_id, lease_id) references base.lease,
  foreign key (account_id, deposit_id) references base.deposit,
  foreign key (account_id, target_id) references base.target
);
-- Who saw a secret of this account, newest first?
create index reveal_newest on base.reveal (account_id, id desc);
-- How was this lease, this deposit used?
create index reveal_lease on base.reveal (account_id, lease_id);

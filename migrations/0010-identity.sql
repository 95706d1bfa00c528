-- Accounts, people, staff and sign-in.
-- Everything of a client lies under its account: account_id comes first in every primary and foreign key.
-- What is global (logins and what hangs on them, the provider, its staff) holds no client's records.

create table base.login (
  id uuid primary key,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  two_factor_enabled boolean default false,
  password_changed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
-- Who signs in with this address? One login per address, whatever its case.
create unique index login_email on base.login (lower(email));

create table base.login_credential (
  id uuid primary key,
  login_id uuid not null references base.login on delete cascade,
  subject text not null,
  method text not null,
  password text,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
-- Which password belongs to this login?
create unique index login_credential_login on base.login_credential (login_id, method);

create table base.login_session (
  id uuid primary key,
  login_id uuid not null references base.login on delete cascade,
  token text not null,
  expires_at timestamptz not null,
  -- The network address is never kept with a session.
  ip_address text check (ip_address is null or ip_address = ''),
  user_agent text,
  chosen_account_id uuid,
  fresh_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
-- Whose session is this cookie?
create unique index login_session_token on base.login_session (token);
-- Which sessions does this login have?
create index login_session_login on base.login_session (login_id);
-- Which sessions have run out and can go?
create index login_session_expiry on base.login_session (expires_at);

create table base.login_verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
-- Which half-finished sign-in does this cookie continue?
create index login_verification_identifier on base.login_verification (identifier);

create table base.login_two_factor (
  id uuid primary key,
  login_id uuid not null references base.login on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean default true,
  failed_verification_count integer default 0,
  locked_until timestamptz
);
-- Which second factor does this login have?
create index login_two_factor_login on base.login_two_factor (login_id);

create table base.login_passkey (
  id uuid primary key,
  login_id uuid not null references base.login on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz default now()
);
-- Which passkeys does this login have?
create index login_passkey_login on base.login_passkey (login_id);
-- Whose passkey answered?
create unique index login_passkey_credential on base.login_passkey (credential_id);

-- Single-use links sent by letter, with which a new password is set. Only the hash of the token is kept.
create table base.login_link (
  id uuid primary key,
  login_id uuid not null references base.login on delete cascade,
  token_hash text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
-- Is this link good?
create unique index login_link_token on base.login_link (token_hash);
-- Which open links does this login have, so that a new one ends them?
create index login_link_login on base.login_link (login_id);

-- Kinds of browser a login was used from, so that a new one is announced. A keyed hash, no address.
create table base.login_device (
  id uuid primary key,
  login_id uuid not null references base.login on delete cascade,
  device_hash text not null,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now()
);
-- Was this browser seen before?
create unique index login_device_seen on base.login_device (login_id, device_hash);

-- Attempts counted per window. The key is a keyed hash of an address or a login's e-mail.
create table base.login_rate (
  id text primary key,
  attempts integer not null,
  window_started_at timestamptz not null
);
-- Which counts are stale and can go?
create index login_rate_window on base.login_rate (window_started_at);

create table base.account (
  id uuid primary key,
  kind text not null check (kind in ('client', 'prospect')),
  name text not null,
  vat_number text,
  registration_number text,
  address text,
  city text,
  county text,
  postal_code text,
  country text check (country is null or country ~ '^[A-Z]{2}$'),
  phone text,
  language text not null check (language in ('ro', 'en')),
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  erased_at timestamptz
);
-- Staff's list of clients, newest first, page by key.
create index account_newest on base.account (kind, created_at desc, id desc);

create table base.person (
  account_id uuid not null references base.account,
  id uuid not null,
  login_id uuid references base.login on delete set null,
  name text not null,
  email text,
  phone text,
  job_title text,
  language text not null check (language in ('ro', 'en')),
  age_statement_version text,
  age_stated_at timestamptz,
  created_at timestamptz not null default now(),
  erased_at timestamptz,
  marker integer not null default 0,
  primary key (account_id, id)
);
-- Is this address already a person of this account?
create unique index person_email on base.person (account_id, lower(email)) where erased_at is null;
-- Which persons does this login join?
create index person_login on base.person (login_id) where login_id is not null;
-- Who, anywhere, has this verified address (requests about "my data")?
create index person_anywhere on base.person (lower(email)) where erased_at is null;

create table base.member (
  account_id uuid not null,
  person_id uuid not null,
  roles text[] not null check (roles <@ array['owner', 'billing', 'technical'] and cardinality(roles) > 0),
  invited_at timestamptz,
  invited_by uuid,
  joined_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  marker integer not null default 0,
  primary key (account_id, person_id),
  foreign key (account_id, person_id) references base.person,
  foreign key (account_id, invited_by) references base.person,
  foreign key (account_id, ended_by) references base.person
);

create table base.invitation (
  account_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_hash text not null,
  invited_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, person_id) references base.person,
  foreign key (account_id, invited_by) references base.person
);
-- Is this invitation good? The token carries its account.
create unique index invitation_token on base.invitation (account_id, token_hash);

create table base.terms_acceptance (
  account_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  version text not null,
  language text not null check (language in ('ro', 'en')),
  accepted_at timestamptz not null default now(),
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, person_id) references base.person
);

create table base.api_key (
  account_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  ending text not null,
  key_hash text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_on date,
  ended_at timestamptz,
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, person_id) references base.person
);
-- Whose key is this? The key carries its account.
create unique index api_key_hash on base.api_key (account_id, key_hash);

create table base.provider (
  id uuid primary key,
  name text not null,
  address text not null,
  privacy_email text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  language text not null check (language in ('ro', 'en')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  set_up_at timestamptz not null default now()
);
-- There is one provider.
create unique index provider_single on base.provider ((true));

create table base.staff (
  id uuid primary key,
  login_id uuid references base.login on delete set null,
  name text not null,
  email text not null,
  roles text[] not null
    check (roles <@ array['owner', 'technician', 'sales', 'billing', 'privacy'] and cardinality(roles) > 0),
  language text not null check (language in ('ro', 'en')),
  invited_at timestamptz,
  invited_by uuid references base.staff,
  joined_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references base.staff
);
-- One place per address among those who have not left.
create unique index staff_email on base.staff (lower(email)) where ended_at is null;
-- Is this login staff?
create unique index staff_login on base.staff (login_id) where login_id is not null and ended_at is null;

create table base.staff_invitation (
  id uuid primary key,
  staff_id uuid not null references base.staff,
  token_hash text not null,
  invited_by uuid references base.staff,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);
-- Is this invitation good?
create unique index staff_invitation_token on base.staff_invitation (token_hash);

create table base.staff_api_key (
  id uuid primary key,
  staff_id uuid not null references base.staff,
  name text not null,
  ending text not null,
  key_hash text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_on date,
  ended_at timestamptz
);
-- Whose key is this?
create unique index staff_api_key_hash on base.staff_api_key (key_hash);

-- The one-time link by which the provider is set up. Only the hash of the token is kept.
create table base.setup_token (
  id uuid primary key,
  token_hash text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz
);
-- Is this set-up token good?
create unique index setup_token_hash on base.setup_token (token_hash);

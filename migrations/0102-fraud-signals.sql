-- Signs of fraud in sign-ups and orders (P20), with the reason for each. A person decides; the sign itself decides nothing.
create table base.fraud_signal (
  account_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  order_id uuid,
  kind text not null check (kind in
    ('throwaway_mail', 'many_signups', 'country_mismatch', 'new_account_value', 'many_links', 'pasted_secret')),
  -- What was seen: a domain, a count, two countries, an amount. Never the secret or the link itself.
  detail text not null check (length(detail) between 1 and 200),
  raised_at timestamptz not null,
  decision text check (decision in ('cleared', 'confirmed')),
  reason text,
  decided_at timestamptz,
  decided_by uuid,
  -- The person says that it is wrong: it waits for a decision once more, by whoever then looks.
  contested_at timestamptz,
  contested_words text,
  marker integer not null default 0,
  primary key (account_id, id),
  foreign key (account_id, person_id) references base.person,
  foreign key (account_id, order_id) references base."order",
  -- Nothing is decided without somebody who decides and says why.
  check (num_nonnulls(decision, reason, decided_at, decided_by) in (0, 4)),
  check ((contested_at is null) = (contested_words is null))
);
-- Which signs wait for somebody, the oldest first?
create index fraud_signal_open on base.fraud_signal (raised_at, id)
  where decision is null or (contested_at is not null and contested_at > decided_at);
-- What is there about this person?
create index fraud_signal_person on base.fraud_signal (account_id, person_id);
-- What is there about this order? One of a kind.
create unique index fraud_signal_of_order on base.fraud_signal (account_id, order_id, kind) where order_id is not null;
create index fraud_signal_by_id on base.fraud_signal (id);
-- Which have been here for as long as they may be?
create index fraud_signal_age on base.fraud_signal (raised_at);

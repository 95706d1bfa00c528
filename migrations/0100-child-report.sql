-- Somebody says that a child uses the services (P40). It lies outside accounts, as nobody knows yet whose data it is about;
-- what it says of the child, and where the receipt goes, is emptied when it is decided.
create table base.child_report (
  id uuid not null primary key,
  -- Given by trigger from one sequence: what people call the report by. Gaps mean nothing.
  number integer not null default 0,
  kind text not null check (kind in ('under_age', 'without_parent')),
  language text not null check (language in ('ro', 'en')),
  about_whom text,
  why text,
  -- Where the receipt goes, sealed with the provider's key; null when nobody asked for one, and once it has left.
  reporter bytea,
  -- Opens the page that says how it stands.
  link_hash text not null,
  received_at timestamptz not null,
  due_at timestamptz not null,
  -- How often the staff were reminded: 1 at half of the time, 2 past it.
  reminded integer not null default 0 check (reminded between 0 and 2),
  outcome text check (outcome in ('removed', 'nothing_found', 'no_child', 'parent_agrees', 'passed_on')),
  -- How the staff came to know what they decided.
  known_by text check (known_by in ('said_so', 'parent', 'other')),
  decided_at timestamptz,
  decided_by uuid,
  erasures uuid[] not null default '{}',
  receipt text check (receipt in ('sent', 'noted')),
  receipt_at timestamptz,
  check (num_nonnulls(outcome, decided_at, decided_by) in (0, 3)),
  -- A person decides, and says how they know; nothing is removed on a report alone.
  check ((outcome is not distinct from 'removed') = (known_by is not null)),
  check ((outcome is not distinct from 'removed') = (cardinality(erasures) > 0)),
  check ((outcome is null) = (about_whom is not null)),
  check (outcome is null or why is null)
);
create sequence base.child_report_number as integer start 101;
create function base.number_child_report() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  new.number := nextval('base.child_report_number');
  return new;
end
$$;
revoke execute on function base.number_child_report() from public;
create trigger number_child_report before insert on base.child_report for each row execute function base.number_child_report();
-- Which must be decided next?
create index child_report_open on base.child_report (due_at, id) where decided_at is null;
-- What was decided lately?
create index child_report_decided on base.child_report (decided_at desc, id desc) where decided_at is not null;
-- Which report does this link lead to?
create unique index child_report_link on base.child_report (link_hash);

-- By which way a conversation came: through the desk, the contact form or the chat window.
alter table base.ticket add column channel text not null default 'desk' check (channel in ('desk', 'form', 'chat'));

-- Whoever has no account could only have written through the form.
update base.ticket t set channel = 'form' from base.account a
where a.id = t.account_id and a.kind = 'prospect' and t.opened_by is not null;

-- What is open in the chat, newest activity first, page by key?
create index ticket_chat on base.ticket (last_activity_at desc, id desc) include (marker)
  where closed_at is null and channel = 'chat';

-- When its holder last saw the conversation, so that an answer already seen is not sent as a letter too.
alter table base.ticket_link add column seen_at timestamptz(3);

-- Who of the staff is there for the chat. What was not kept up has ended by itself: a computer that sleeps answers nobody.
create table base.chat_duty (
  staff_id uuid primary key references base.staff,
  since timestamptz(3) not null default now(),
  kept_at timestamptz(3) not null default now(),
  ended_at timestamptz(3)
);
-- Is anybody there now? Also what retention looks at.
create index chat_duty_kept on base.chat_duty (kept_at);

-- The address that somebody leaves later, who wrote without one and without an account. It never replaces another.
create function base.leave_address(of_account uuid, of_person uuid, address text) returns boolean
language sql security definer set search_path = pg_catalog as $$
  with left_by as (
    update base.person p set email = address
    where p.account_id = of_account and p.id = of_person
      and p.email is null and p.login_id is null and p.erased_at is null
      and exists (select from base.account a where a.id = of_account and a.kind = 'prospect' and a.erased_at is null)
      and not exists (select from base.member m where m.account_id = of_account)
    returning 1)
  select exists (select from left_by)
$$;
revoke execute on function base.leave_address(uuid, uuid, text) from public;

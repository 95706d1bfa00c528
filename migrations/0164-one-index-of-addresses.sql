-- Is this address already a person of this account, and who has it anywhere: one index answers both, the address first.
drop index base.person_anywhere;
drop index base.person_email;
create unique index person_email on base.person (lower(email), account_id) where erased_at is null;

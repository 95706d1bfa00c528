-- Moving to another phone: the next app waits here until a code of it was typed, so that there is no moment without one.
alter table base.login_two_factor
  add column next_secret text,
  add column next_backup_codes text;

-- A code of an app lets in once (RFC 6238, section 5.2): the half minute of the newest one that did. Only a later one lets in.
alter table base.login_two_factor add column last_step bigint;

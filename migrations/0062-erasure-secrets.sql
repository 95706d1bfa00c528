-- How many secrets an erasure destroyed, by the count of their rows.
alter table base.erasure_entry add column secrets integer not null default 0;

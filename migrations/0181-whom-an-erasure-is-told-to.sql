-- Under which request an erasure was noted: where it stands who is told of it (Art. 19). Null: a period ended, and nobody is.
alter table base.erasure_entry add column case_id uuid;
-- Which erasures does this request have?
create index erasure_entry_of_case on base.erasure_entry (case_id) where case_id is not null;

-- By which entries of the register of disclosures they got the data: after an erasure their references are all that is left
-- to tell a recipient by.
alter table base.rights_recipient add column disclosures uuid[] not null default '{}';

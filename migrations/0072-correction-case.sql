-- By which request a value was corrected.
alter table base.correction add column case_id uuid;
-- What was corrected by this request?
create index correction_of_case on base.correction (case_id) where case_id is not null;

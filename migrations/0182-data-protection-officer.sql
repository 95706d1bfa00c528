-- Who answers for data protection, where the provider has named somebody (Art. 37 GDPR). An address makes one; a name is not
-- needed to reach them.
alter table base.provider
  add column officer_name text,
  add column officer_email text,
  add column officer_phone text,
  add check (officer_email is not null or (officer_name is null and officer_phone is null));

-- Which part of clause P27 a measure carries out: that one of them has ended must not be forgotten while the policy promises it.
alter table base.measure add column promised text check (promised in ('watched', 'biometric', 'confidential', 'roles'));

-- What the program entered by itself, in the order in which it did, whatever it is called by now.
update base.measure m set promised = (array['watched', 'biometric', 'confidential', 'roles'])[d.place]
from (select id, row_number() over (order by id) as place from base.measure where entered_by is null) d
where d.id = m.id and d.place <= 4;

-- One at a time for each: what has ended may be entered anew.
create unique index measure_promised on base.measure (promised) where ended_at is null;

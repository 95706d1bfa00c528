-- When the staff were last told by letter that a ground for transfers wants its review.
alter table base.transfer_ground add column reminded_on date;

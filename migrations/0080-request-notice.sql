-- The forms by which people ask about their data have a notice beside their fields too, and it is kept like the others.
alter table base.notice_served drop constraint notice_served_form_check;
alter table base.notice_served add constraint notice_served_form_check
  check (form in ('registration', 'contact', 'request'));

-- For which purpose a letter was written: that of the role that adds it. One that waits does not leave when the person
-- has been taken out of the purpose meanwhile.
alter table base.letter add column purpose text not null default substr(current_user, 7);

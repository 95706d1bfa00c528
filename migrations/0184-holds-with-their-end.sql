-- The compiler makes it anew: it answers since when and until when as well, which its type of before does not allow.
drop function if exists base.held_people();

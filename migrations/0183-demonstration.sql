-- Whether a demonstration was laid down whole. Here, and not where it is laid down, so that its backups can be restored too.
create table if not exists zavor.demonstration (whole_at timestamptz not null);

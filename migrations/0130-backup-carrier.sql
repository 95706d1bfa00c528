-- Who keeps a backup that left this machine (P22): held against who was enabled then.
alter table base.backup_run
  add column reach text not null default 'machine' check (reach in ('machine', 'elsewhere')),
  add column carrier uuid references base.processor;

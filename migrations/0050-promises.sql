-- What each check of a promise last found. Written by the job that looks; no page and no person writes here.
create table base.promise_check (
  promise text not null check (promise ~ '^P[0-9]{1,2}$'),
  need text not null,
  outcome text not null check (outcome in ('holds', 'fails', 'broken')),
  -- What was counted or compared, in both languages. Published: it names nobody.
  figure_ro text not null,
  figure_en text not null,
  took_ms integer not null,
  checked_at timestamptz not null,
  -- Since when the outcome is what it is.
  since timestamptz not null,
  primary key (promise, need)
);

-- The queue's own functions plan each statement anew for every job, as its arrays differ; the plan that fits all is the
-- same one, and planning was half of what it costs to add a job.
alter function base.enqueue(text, jsonb, timestamptz, text) set plan_cache_mode = 'force_generic_plan';

import type { Pool } from 'pg'

/** A job that was tried as often as it may be and failed each time. */
export interface DeadJob {
  readonly id: string
  readonly operation: string
  readonly attempts: number
  /** The last failure's message. */
  readonly failure: string
  readonly createdAt: Date
  readonly failedAt: Date
}

/** The newest dead jobs. `pool`: the worker's role, or the owner. */
export async function deadJobs(pool: Pool, limit = 100): Promise<DeadJob[]> {
  const { rows } = await pool.query<DeadJob>(
    `select id::text, payload ->> 'operation' as operation, attempts, last_error as failure,
       created_at as "createdAt", updated_at as "failedAt"
     from graphile_worker._private_jobs
     where attempts >= max_attempts and locked_at is null
     order by updated_at desc limit $1`,
    [limit],
  )
  return rows
}

/** Lets a dead job be tried again at once. False when there is none of that id. */
export async function reviveJob(pool: Pool, id: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `with revived as (
       update graphile_worker._private_jobs set attempts = 0, last_error = null, run_at = now()
       where id = $1 and attempts >= max_attempts and locked_at is null returning id)
     select pg_notify('jobs:insert', json_build_object('r', random(), 'count', 1)::text) from revived`,
    [id],
  )
  return rowCount === 1
}

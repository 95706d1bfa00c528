import { Logger, type ParsedCronItem, run } from 'graphile-worker'
import type { Pool } from 'pg'

export interface JobRunner {
  /** Rejects when the runner ended without being asked to. */
  readonly ended: Promise<void>
  /** Takes no new jobs, waits for those that run. */
  stop(): Promise<void>
}

export interface JobRunnerOptions {
  /** Connections of the worker's role. */
  readonly pool: Pool
  readonly runOperation: (operation: string, input: unknown) => Promise<void>
  readonly concurrency: number
  readonly schedule: ParsedCronItem[]
  /** Told about every failed attempt. Takes names and numbers, no values. */
  readonly onFailure: (words: string) => void
}

/**
 * Runs jobs as they come, woken by the database. A failed one is tried again after e^attempt seconds, and after its last
 * attempt stays in the queue, dead, where `deadJobs` shows it.
 */
export async function runJobs(options: JobRunnerOptions): Promise<JobRunner> {
  const { pool, runOperation, concurrency, schedule, onFailure } = options
  await freeAbandoned(pool)
  const runner = await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 10_000,
    parsedCronItems: schedule,
    logger: new Logger(() => () => {}),
    taskList: {
      async operation(payload) {
        const { operation, input } = payload as { operation: string; input: unknown }
        await runOperation(operation, input).catch((error) => Promise.reject(withoutWords(error)))
      },
    },
  })
  runner.events.on('job:error', ({ job, error }) => {
    const { operation } = job.payload as { operation?: string }
    onFailure(`job ${job.id} ${operation}, attempt ${job.attempts} of ${job.max_attempts}: ${(error as Error).stack}`)
  })
  return { ended: runner.promise, stop: () => runner.stop() }
}

/** What is kept and logged of a failure: its kind and where it arose. Its words may repeat what somebody wrote. */
function withoutWords(error: unknown): Error {
  const { name = 'Error', code, stack = '' } = error as { name?: string; code?: string; stack?: string }
  const bare = new Error([name, code].filter(Boolean).join(' '))
  bare.stack = [bare.message, ...stack.split('\n').filter((line) => /^\s+at /.test(line))].join('\n')
  return bare
}

/**
 * A worker that was killed leaves its jobs locked, for hours. When no other worker is connected they are free at once.
 */
async function freeAbandoned(pool: Pool): Promise<void> {
  await pool.query(`
    select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))
    where not exists (
      select from pg_stat_activity a
      where a.datname = current_database() and a.usename = current_user and a.pid <> pg_backend_pid())`)
}

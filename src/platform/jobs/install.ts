import { Logger, runMigrations } from 'graphile-worker'
import type { Pool } from 'pg'
import { WORKER_ROLE } from './worker-role.ts'

const TABLES = ['_private_jobs', '_private_job_queues', '_private_tasks', '_private_known_crontabs']

/** Lays down or brings forward the queue, and lets the worker's role use it and nothing else. The role must exist. */
export async function installQueue(owner: Pool): Promise<void> {
  await runMigrations({ pgPool: owner, logger: new Logger(() => () => {}) })
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtext('zavor queue'))`)
    await client.query(`grant usage on schema graphile_worker to ${WORKER_ROLE}`)
    await client.query(`grant select, insert, update, delete on all tables in schema graphile_worker to ${WORKER_ROLE}`)
    await client.query(`grant usage on all sequences in schema graphile_worker to ${WORKER_ROLE}`)
    for (const table of TABLES) {
      // The queue's tables have row security on and no rule: without one, a role that does not own them sees nothing.
      await client.query(`drop policy if exists ${WORKER_ROLE} on graphile_worker.${table}`)
      await client.query(
        `create policy ${WORKER_ROLE} on graphile_worker.${table} to ${WORKER_ROLE} using (true) with check (true)`,
      )
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

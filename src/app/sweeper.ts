/**
 * The role that rewrites the database's files where deleted rows still lie. It may maintain every table and read none.
 * The worker alone is given it.
 */
import type { Pool } from 'pg'

export const SWEEPER_ROLE = 'zavor_sweeper'

/** Where the server is too old for it (before 17) or its owner may not grant it, rows go when PostgreSQL writes over them. */
export async function letSweep(owner: Pool): Promise<void> {
  await owner.query(`grant usage on schema base, zavor, graphile_worker to ${SWEEPER_ROLE}`)
  await owner.query(`alter role ${SWEEPER_ROLE} set lock_timeout = '2s'`)
  for (const grant of [
    `grant pg_maintain to ${SWEEPER_ROLE} with inherit true`,
    `grant pg_checkpoint to ${SWEEPER_ROLE} with inherit true`,
    `grant execute on function pg_switch_wal() to ${SWEEPER_ROLE}`,
  ]) {
    await owner.query(grant).catch(unlessForbidden)
  }
}

function unlessForbidden(error: { code?: string }): void {
  const notThere = '42704'
  const forbidden = '42501'
  if (error.code !== notThere && error.code !== forbidden) throw error
}

import { setTimeout as wait } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { policy } from '../../../policy/policy.ts'
import { readQuarantine } from '../../privacy/backup/quarantine.ts'
import { quote } from '../../privacy/compiler/quote.ts'
import { RestoreRefused } from './restore-refused.ts'

const schemas = ['base', 'zavor', 'zavor_parts', 'graphile_worker', ...Object.keys(policy.purposes)]

/** The database that DATABASE_URL names: empty, or left by a restore of a backup that was cut off. @throws RestoreRefused */
export async function takeExternal(owner: Pool): Promise<void> {
  const left = await readQuarantine(owner)
  if (left?.kind === 'backup' || left?.kind === 'files') return emptyExternal(owner)
  const { rows } = await owner.query('select from pg_namespace where nspname = any ($1)', [schemas])
  if (rows.length === 0) return
  throw new RestoreRefused(
    'occupied',
    'The database that DATABASE_URL names is not empty, and is left as it is. Name a new, empty one and restore into that.',
  )
}

/**
 * Holds a database that is reached from elsewhere too: one restore at a time works on it, and no process of Zavor is
 * connected, on whatever machine. Answers what gives it back. @throws RestoreRefused
 */
export async function holdExternal(owner: Pool): Promise<() => void> {
  const client = await owner.connect()
  // Ended with its connection, the lock is never left behind.
  const release = () => client.release(true)
  try {
    const { rows } = await client.query<{ held: boolean }>(
      `select pg_try_advisory_lock(hashtext('zavor restore')) as held`,
    )
    if (!rows[0]?.held)
      throw new RestoreRefused('running', 'Another restore works on the database that DATABASE_URL names: let it end.')
    // Those of a process that was just stopped may take a moment to go.
    for (let looks = 0; await isServed(client); looks++) {
      if (looks === 20)
        throw new RestoreRefused(
          'running',
          'Zavor is connected to the database that DATABASE_URL names, here or on another machine: stop it there first. Nothing was changed.',
        )
      await wait(100)
    }
    return release
  } catch (error) {
    release()
    throw error
  }
}

async function isServed(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ served: boolean }>(
    `select exists (select from pg_stat_activity where datname = current_database() and usename like 'zavor\\_%'
       and usename <> session_user and pid <> pg_backend_pid()) as served`,
  )
  return rows[0]?.served ?? false
}

export async function emptyExternal(owner: Pool): Promise<void> {
  // The mark goes last: cut off in between, it is still known for what it is.
  const others = schemas.filter((name) => name !== 'zavor')
  for (const name of [...others, 'zavor']) await owner.query(`drop schema if exists ${quote(name)} cascade`)
}

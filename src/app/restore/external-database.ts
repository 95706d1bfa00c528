import type { Pool } from 'pg'
import { policy } from '../../../policy/policy.ts'
import { readQuarantine } from '../../privacy/backup/quarantine.ts'
import { quote } from '../../privacy/compiler/quote.ts'
import { RestoreRefused } from './restore-refused.ts'

const schemas = ['base', 'zavor', 'zavor_parts', 'graphile_worker', ...Object.keys(policy.purposes)]

/** The database that DATABASE_URL names: empty, or left by a restore of a backup that was cut off. @throws RestoreRefused */
export async function takeExternal(owner: Pool): Promise<void> {
  const left = await readQuarantine(owner)
  if (left?.kind === 'backup') return emptyExternal(owner)
  const { rows } = await owner.query('select from pg_namespace where nspname = any ($1)', [schemas])
  if (rows.length === 0) return
  throw new RestoreRefused(
    'occupied',
    'The database that DATABASE_URL names is not empty, and is left as it is. Name a new, empty one and restore into that.',
  )
}

export async function emptyExternal(owner: Pool): Promise<void> {
  // The mark goes last: cut off in between, it is still known for what it is.
  const others = schemas.filter((name) => name !== 'zavor')
  for (const name of [...others, 'zavor']) await owner.query(`drop schema if exists ${quote(name)} cascade`)
}

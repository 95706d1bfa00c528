import { randomBytes } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { migrateWithin } from '../platform/database/migrate.ts'
import { ensureRole } from '../platform/database/role.ts'
import { WORKER_ROLE } from '../platform/jobs/worker-role.ts'
import { INSPECTOR_ROLE } from './inspector.ts'
import { BROKER_ROLE } from './login-roles.ts'
import { MIGRATIONS } from './migrations-folder.ts'
import { SWEEPER_ROLE } from './sweeper.ts'

/** Works on the database as the next start would find it after its migrations, and leaves nothing of that behind. */
export async function rehearse<Result>(owner: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ role: string }>(
      'select role from unnest($1::text[]) role where role not in (select rolname from pg_roles)',
      [[WORKER_ROLE, BROKER_ROLE, INSPECTOR_ROLE, SWEEPER_ROLE]],
    )
    for (const { role } of rows) await ensureRole(client, role, randomBytes(32).toString('base64url'))
    await migrateWithin(client, MIGRATIONS)
    return await work(client)
  } finally {
    await client.query('rollback').catch(() => {})
    client.release()
  }
}

import type { Pool } from 'pg'
import { policy } from '../../policy/policy.ts'
import { migrate } from '../platform/database/migrate.ts'
import { unlessOvertaken } from '../platform/database/overtaken.ts'
import { ensureRole } from '../platform/database/role.ts'
import { installQueue } from '../platform/jobs/install.ts'
import { WORKER_ROLE } from '../platform/jobs/worker-role.ts'
import { applyPolicy } from '../privacy/compiler/apply.ts'
import { INSPECTOR_ROLE, letInspect } from './inspector.ts'
import { BROKER_ROLE, type PasswordOf } from './login-roles.ts'
import { maps } from './maps.ts'
import { MIGRATIONS } from './migrations-folder.ts'
import { letSweep, SWEEPER_ROLE } from './sweeper.ts'

/**
 * Brings an empty or older database to what this release needs: roles, queue, migrations, policy. Idempotent.
 * Returns what was changed, in words. Throws MigrationRefused or PolicyMismatch, naming the file or the column.
 */
export async function prepareDatabase(owner: Pool, passwordOf: PasswordOf, migrations = MIGRATIONS): Promise<string[]> {
  await layGround(owner, passwordOf)
  const migrated = await migrate(owner, migrations)
  const changed = await applyPolicy(owner, { policy, maps }, passwordOf)
  await owner.query('select base.make_parts()')
  // Before anybody is served: no purpose may rest on a consent to a text that this release has changed.
  await owner.query(`select from base.end_consents('0 seconds', 2147483647)`)
  await unlessOvertaken(() => letInspect(owner))
  await unlessOvertaken(() => letSweep(owner))
  return [...migrated.map((name) => `+ migrations/${name}`), ...changed]
}

/** What migrations build on: the roles that are no purpose's, and the queue. Idempotent. */
export async function layGround(owner: Pool, passwordOf: PasswordOf): Promise<void> {
  for (const role of [WORKER_ROLE, BROKER_ROLE, INSPECTOR_ROLE, SWEEPER_ROLE]) {
    await unlessOvertaken(() => ensureRole(owner, role, passwordOf(role)))
  }
  await installQueue(owner)
}

import type { Pool } from 'pg'
import { BACKUP_STORE } from '../backups/backup-gate.ts'
import { reachOf } from '../platform/archive/open-place.ts'

/** Lines for whoever starts Zavor with backups that leave this machine although no company that keeps them is enabled. */
export async function backupNotes(owner: Pool, origin: string, backupTo: string | undefined): Promise<string[]> {
  if (!backupTo || (await reachOf(backupTo)) === 'machine') return []
  const { rows } = await owner.query<{ open: boolean }>(
    `select exists (select from base.processor p join base.transfer_ground g on g.id = p.ground_id
       where p.recipient = $1 and p.enabled_at is not null and g.invalid_at is null) as open`,
    [BACKUP_STORE],
  )
  if (rows[0]?.open) return []
  return [
    `Backups would go to ${backupTo}, but no company that keeps backups is enabled: none leaves this machine.`,
    `Enter who keeps them, under which contract and in which country, and enable it: ${origin}/staff/registers/recipients`,
  ]
}

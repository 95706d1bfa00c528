/** What whoever starts Zavor is told when letters or backups would leave this machine and no company is enabled to carry them. */
import type { Pool } from 'pg'
import type { policy } from '../../policy/policy.ts'
import { closedWords, openBackupStore } from '../backups/backup-gate.ts'
import { reachOf } from '../platform/archive/open-place.ts'
import type { GateTrx, WhyClosed } from '../registers/recipients.facade.ts'

type Recipient = keyof typeof policy.recipients

/** Letters wait then. For an installation with a mail server. */
export async function mailNotes(owner: Pool, origin: string): Promise<string[]> {
  if (await isEnabled(owner, 'mail')) return []
  const { rows } = await owner.query<{ waiting: number }>(
    `select (select count(*) from base.letter where status = 'waiting')::int
       + (select count(*) from base.staff_letter where status = 'waiting')::int as waiting`,
  )
  return [
    `SMTP_URL is set, but no company that carries mail is enabled: letters wait (${rows[0]?.waiting ?? 0} now) and nothing leaves.`,
    `Enter who runs that server, under which contract and in which country, and enable it: ${origin}/staff/registers/recipients`,
  ]
}

/** Backups that leave this machine are not made then. The gate that refuses them is asked itself. */
export async function backupNotes(legal: GateTrx, origin: string, backupTo: string | undefined): Promise<string[]> {
  if (!backupTo || (await reachOf(backupTo)) === 'machine') return []
  const { why } = await openBackupStore(legal)
  if (why === null) return []
  return [
    `Backups would go to ${backupTo}, but ${closedWords[why]}: none leaves this machine.`,
    `${toOpen[why]}: ${origin}/staff/registers/recipients`,
  ]
}

const enter = 'Enter who keeps them, under which contract and in which country, and enable it'
const toOpen: Readonly<Record<WhyClosed, string>> = {
  nobody: enter,
  disabled: enter,
  ground: 'Give that company another ground for where the data goes, or enter another company, and enable it',
  purposes: 'Enter the company for every purpose of that role, as a backup holds everything, and enable it',
}

async function isEnabled(owner: Pool, recipient: Recipient): Promise<boolean> {
  const { rows } = await owner.query<{ open: boolean }>(
    `select exists (select from base.processor p join base.transfer_ground g on g.id = p.ground_id
       where p.recipient = $1 and p.enabled_at is not null and g.invalid_at is null) as open`,
    [recipient],
  )
  return rows[0]?.open ?? false
}

/** What whoever starts Zavor is told when letters or backups would leave this machine and no company is enabled to carry them. */
import type { Pool } from 'pg'
import { type PurposeName, policy } from '../../policy/policy.ts'
import { closedWords, openBackupStore } from '../backups/backup-gate.ts'
import { reachOf } from '../platform/archive/open-place.ts'
import { type GateTrx, partedPurposes, purposesOfRole, type WhyClosed } from '../registers/recipients.facade.ts'

/** Letters of the purposes that nobody carries wait then. For an installation with a mail server; the gate itself is asked. */
export async function mailNotes(legal: GateTrx, owner: Pool, origin: string): Promise<string[]> {
  const { open, closed } = await partedPurposes(legal, 'mail', purposesOfRole(policy, 'mail'))
  if (closed.length === 0) return []
  const { rows } = await owner.query<{ waiting: number }>(
    `select (select count(*) from base.letter where status = 'waiting')::int
       + (select count(*) from base.staff_letter where status = 'waiting')::int as waiting`,
  )
  const waiting = rows[0]?.waiting ?? 0
  const where = `${origin}/staff/registers/recipients`
  if (open.length === 0)
    return [
      `SMTP_URL is set, but no company that carries mail is enabled: letters wait (${waiting} now) and nothing leaves.`,
      `Enter who runs that server, under which contract and in which country, and enable it: ${where}`,
    ]
  const left = closed.map((purpose) => `“${policy.purposes[purpose as PurposeName].words.en}”`).join(', ')
  return [
    `No company that carries mail is enabled for ${left}: letters for that wait (${waiting} now).`,
    `Enter the company that runs that server for every purpose of that role, and enable it: ${where}`,
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

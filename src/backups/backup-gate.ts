/** Whether backups may leave this machine: a backup that another company keeps is a disclosure to a processor (Art. 28). */
import { z } from 'zod'
import { policy } from '../../policy/policy.ts'
import { readOperation } from '../privacy/operation/operation.ts'
import { type GateTrx, openForAll, purposesOfRole, type WhyClosed } from '../registers/recipients.facade.ts'
import './backup-plan.ts'

/** The role of the policy that keeps backups elsewhere. */
const BACKUP_STORE = 'backup_store'

/** A backup holds everything, so its keeper must be enabled for all that the policy lets it have. */
export function openBackupStore(trx: GateTrx) {
  return openForAll(trx, BACKUP_STORE, purposesOfRole(policy, BACKUP_STORE))
}

/** Said to the operator, who reads English on the command line and in the log. */
export const closedWords: Readonly<Record<WhyClosed, string>> = {
  nobody: 'no company that keeps backups is enabled',
  disabled: 'the company that keeps backups was disabled',
  ground: 'the ground fell on which the company that keeps backups rests',
  purposes: 'the entry of the company that keeps backups leaves out purposes whose data a backup holds',
}

/** How the planned backups stand with the register of recipients. */
export const showBackupGate = readOperation({
  name: 'backup.gate',
  purpose: 'legal',
  http: 'GET /backups/gate',
  says: 'Whether the planned backups leave this machine, and whether they may',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({}),
  output: z.object({
    /** Where the planned backups go, when that is elsewhere. */
    place: z.string().nullable(),
    why: z.enum(['nobody', 'disabled', 'ground', 'purposes']).nullable(),
  }),
  async run({ db, tools }) {
    const { why } = await openBackupStore(db)
    return { place: tools.backupPlan?.reach === 'elsewhere' ? tools.backupPlan.place : null, why }
  },
})

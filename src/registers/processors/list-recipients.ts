import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { civilDayOf } from '../../privacy/clock/civil-day.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import type { PolicyShape } from '../../privacy/policy/shape.ts'
import { listEntries, listGroundRows, type ProcessorRow } from './processor.queries.ts'
import { purposesOfRole } from './processor.rules.ts'
import { entryView, groundView, stateOf, viewEntry, viewGround, words } from './register.view.ts'

/** The register of recipients: each role of the policy with who fills it, and the grounds that they rest on. */
export const listRecipients = readOperation({
  name: 'processor.list',
  purpose: 'legal',
  http: 'GET /processors',
  says: 'Each role of the policy with the companies that fill it, and the grounds for transfers',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({}),
  output: z.object({
    roles: z.array(
      z.object({
        recipient: z.string(),
        words,
        country: z.string(),
        purposes: z.array(z.string()),
        /** Whether data may go there now. */
        isOpen: z.boolean(),
        entries: z.array(entryView),
      }),
    ),
    grounds: z.array(groundView.extend({ restingOn: z.int() })),
  }),
  async run({ db, now }) {
    const [rows, grounds] = [await listEntries(db), await listGroundRows(db)]
    const shape: PolicyShape = policy
    const roles = Object.entries(shape.recipients).filter(([, { role }]) => role === 'processor')
    const entriesOf = (recipient: string) => rows.filter((row) => row.recipient === recipient)
    const today = civilDayOf(now)
    return {
      roles: roles.map(([recipient, { words: said, country }]) => ({
        recipient,
        words: said,
        country,
        purposes: purposesOfRole(policy, recipient),
        isOpen: entriesOf(recipient).some((row) => stateOf(row, grounds) === 'open'),
        entries: entriesOf(recipient).map((row) => viewEntry(row, grounds)),
      })),
      grounds: grounds.map((ground) => ({ ...viewGround(ground, today), restingOn: resting(rows, ground.id) })),
    }
  },
})

function resting(rows: readonly ProcessorRow[], groundId: string): number {
  return rows.filter((row) => row.ground_id === groundId && row.enabled_at !== null).length
}

import { z } from 'zod'
import { type PurposeName, policy } from '../../policy/policy.ts'
import { readOperation } from '../privacy/operation/operation.ts'
import { partedPurposes, purposesOfRole } from '../registers/recipients.facade.ts'
import { countWaiting } from './letter.queries.ts'

const states = ['all', 'some', 'none'] as const
type Open = (typeof states)[number]

/** Which letters may leave, and how many wait because nobody is enabled who may carry them. */
export const showMailGate = readOperation({
  name: 'letters.gate',
  purpose: 'identity',
  http: 'GET /letters/gate',
  says: 'Whether letters may leave, and how many wait for it',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({}),
  output: z.object({
    /** Whether a mail server is set at all: without one letters stay in the captured mailbox. */
    hasServer: z.boolean(),
    open: z.enum(states),
    /** What the letters are for that nobody may carry. */
    closedFor: z.array(z.object({ ro: z.string(), en: z.string() })),
    waiting: z.int(),
  }),
  async run({ db, tools }) {
    const { open: carried, closed } = await partedPurposes(db, 'mail', purposesOfRole(policy, 'mail'))
    const open: Open = closed.length === 0 ? 'all' : carried.length > 0 ? 'some' : 'none'
    return {
      hasServer: tools.letters.hasServer,
      open,
      closedFor: closed.map((purpose) => policy.purposes[purpose as PurposeName].words),
      waiting: await countWaiting(db),
    }
  },
})

import { z } from 'zod'
import { readOperation } from '../privacy/operation/operation.ts'
import { openPurposes } from '../registers/recipients.facade.ts'
import { countWaiting } from './letter.queries.ts'

/** How many letters wait because nobody who carries mail is enabled. */
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
    isOpen: z.boolean(),
    waiting: z.int(),
  }),
  async run({ db, tools }) {
    const purposes = await openPurposes(db, 'mail')
    return { hasServer: tools.letters.hasServer, isOpen: purposes.length > 0, waiting: await countWaiting(db) }
  },
})

import { z } from 'zod'
import { writeOperation } from '../privacy/operation/operation.ts'
import { openPurposes } from '../registers/recipients.facade.ts'
import { queueWaiting } from './letter.queries.ts'
import { sendLetter } from './send-letter.ts'

const batch = 500

/** A job: puts letters that waited for their recipient into the queue again, the oldest first, when it may be sent to. */
export const releaseLetters = writeOperation({
  name: 'letter.release',
  purpose: 'identity',
  who: { system: true },
  input: z.strictObject({}),
  output: z.object({ released: z.int() }),
  async run({ trx, enqueue }) {
    const purposes = await openPurposes(trx, 'mail')
    if (purposes.length === 0) return { released: 0 }
    const letters = await queueWaiting(trx, purposes, batch)
    for (const { id, account_id } of letters) {
      await enqueue(sendLetter, { letterId: id, accountId: account_id }, { key: id })
    }
    if (letters.length === batch) await enqueue(releaseLetters, {}, { key: 'all' })
    return { released: letters.length }
  },
})

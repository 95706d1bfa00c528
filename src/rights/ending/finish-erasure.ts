import { z } from 'zod'
import { eraseRows } from '../../privacy/erasure/erase.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { dropNotices } from './drop-notices.ts'
import { findErasure, markFinished, noticesOf } from './erasure.queries.ts'
import { scrubStorage } from './scrub-storage.ts'
import { sendReceipt } from './send-receipt.ts'

const week = 7 * 86_400_000
const quarterHour = 15 * 60_000

/**
 * A job: what the database's transaction could not do. Erases once more what a write in flight added meanwhile, removes
 * the files, then lets the receipts go. Every step may run again; a process killed in between leaves the job to be taken
 * anew.
 */
export const finishErasure = writeOperation({
  name: 'erasure.finish',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({ accountId: z.uuid(), erasureId: z.uuid() }),
  output: z.object({ files: z.number() }),
  async run({ trx, input, tools, now, concerning, enqueue }) {
    const { accountId, erasureId } = input
    const erasure = await findErasure(trx, accountId, erasureId)
    if (!erasure) throw new NotFound('erasure')
    concerning({ accountId, personIds: erasure.persons })
    await eraseRows(trx, tools.maps, { accountId, personId: erasure.person_id })
    const files = erasure.person_id === null ? await tools.files.removeAccount(accountId) : 0
    await markFinished(trx, erasure, now)
    for (const noticeId of await noticesOf(trx, accountId, erasureId)) {
      await enqueue(sendReceipt, { accountId, erasureId, noticeId }, { key: noticeId })
    }
    await enqueue(dropNotices, { accountId, erasureId }, { key: erasureId, runAt: new Date(now.getTime() + week) })
    // Now, and once more when whoever still looked at the old rows has looked away.
    await enqueue(scrubStorage, {}, { key: 'now' })
    await enqueue(scrubStorage, {}, { key: 'later', runAt: new Date(now.getTime() + quarterHour) })
    return { files }
  },
})

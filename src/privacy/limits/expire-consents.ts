import { sql } from 'kysely'
import { z } from 'zod'
import { writeOperation } from '../operation/operation.ts'

const most = 500

/**
 * A job, hourly: consents that reach the end of their time before the next run end now, so that none counts for longer
 * than the policy says. Those to a text that has changed ended when this release started.
 */
export const expireConsents = writeOperation({
  name: 'consent.expire',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({}),
  output: z.object({ ended: z.int() }),
  async run({ trx, now, enqueue, concerning }) {
    const { rows } = await sql<{ person_id: string }>`
      select person_id from base.end_consents('2 hours', ${most})`.execute(trx)
    concerning({ personIds: rows.map((row) => row.person_id) })
    if (rows.length === most) await enqueue(expireConsents, {}, { key: 'more', runAt: new Date(now.getTime() + 1000) })
    return { ended: rows.length }
  },
})

import { sql } from 'kysely'
import { z } from 'zod'
import { writeOperation } from '../operation/operation.ts'
import { endParts, noteBatch } from './retention.queries.ts'

/** A job: drops the parts of a table that are past its period, whole. */
export const endRetentionParts = writeOperation({
  name: 'retention.end_parts',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({ runId: z.uuid(), table: z.string().max(63) }),
  output: z.object({ ended: z.int() }),
  async run({ trx, input: { runId, table } }) {
    // Dropping locks the whole table for a moment: better to try again than to hold everybody up behind a long reader.
    await sql`set local lock_timeout = '2s'`.execute(trx)
    const ended = await endParts(trx, table)
    await noteBatch(trx, runId, table, { [table]: ended }, true)
    return { ended }
  },
})

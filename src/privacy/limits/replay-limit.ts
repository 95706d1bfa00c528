import { sql } from 'kysely'
import { z } from 'zod'
import { knowLine, limitLine } from '../ledger/know-line.ts'
import { writeOperation } from '../operation/operation.ts'

/**
 * After a restore, before anything serves: a limit of the ledger outside acts again. A consent does not: its proof, the
 * text that was shown, is lost with what the backup lacks, so that it has to be asked for anew.
 */
export const replayLimit = writeOperation({
  name: 'limit.replay',
  purpose: 'rights',
  who: { system: true },
  input: limitLine,
  output: z.object({ done: z.enum(['again', 'lost', 'nobody']) }),
  async run({ trx, input: line, concerning }) {
    const { accountId, personId, limit, purpose, textHash, byKind, byId, at } = line
    let done: 'again' | 'lost' | 'nobody' = 'lost'
    if (limit !== 'consent_given') {
      const { rows } = await sql<{ done: boolean }>`select base.replay_limit(${accountId}::uuid, ${personId}::uuid,
        ${purpose}::text, ${limit}::text, ${textHash}::text, ${byKind}::text, ${byId}::uuid, ${at}::timestamptz) as done`.execute(
        trx,
      )
      done = rows[0]?.done ? 'again' : 'nobody'
    }
    if (done === 'again') concerning({ accountId, personIds: [personId] })
    await knowLine(trx, line)
    return { done }
  },
})

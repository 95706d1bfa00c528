import { sql } from 'kysely'
import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { endLine, knowLine } from '../../privacy/ledger/know-line.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { addStep } from './processor.queries.ts'

export const gateEnds = ['processor', 'transfer_ground'] as const

/**
 * After a restore, before anything serves: a company that was disabled since, or a ground that fell, is closed again, and
 * nothing goes there. What was opened since is opened by people.
 */
export const replayGateEnd = writeOperation({
  name: 'processor.replay_end',
  purpose: 'legal',
  who: { system: true },
  input: endLine.extend({ what: z.enum(gateEnds), isOvertaken: z.boolean() }),
  output: z.object({ done: z.enum(['again', 'nobody']) }),
  async run({ trx, input: { isOvertaken, ...line } }) {
    const { of, what, at, roles } = line
    await sql`select set_config('zavor.ledger_line', ${line.id}, true)`.execute(trx)
    const provider = await trx.selectFrom('provider').select('language').executeTakeFirst()
    const why = m.registers_closed_again({}, { locale: provider?.language ?? 'ro' })
    let changed = 0n
    if (!isOvertaken && roles === null && what === 'processor') {
      const { numUpdatedRows } = await trx
        .updateTable('processor')
        .set({ enabled_at: null, enabled_by: null, disabled_at: new Date(at) })
        .where('id', '=', of)
        .where('enabled_at', 'is not', null)
        .executeTakeFirst()
      changed = numUpdatedRows
      if (changed > 0n) await addStep(trx, { processorId: of, kind: 'disabled', why, staffId: null })
    }
    if (!isOvertaken && roles === null && what === 'transfer_ground') {
      const { numUpdatedRows } = await trx
        .updateTable('transfer_ground')
        .set({ invalid_at: new Date(at), invalid_why: why })
        .where('id', '=', of)
        .where('invalid_at', 'is', null)
        .executeTakeFirst()
      changed = numUpdatedRows
      if (changed > 0n) await addStep(trx, { groundId: of, kind: 'invalidated', why, staffId: null })
    }
    await knowLine(trx, line)
    return { done: changed > 0n ? ('again' as const) : ('nobody' as const) }
  },
})

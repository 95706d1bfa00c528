import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { doneAgain, endAgain, endLine } from '../../privacy/ledger/know-line.ts'
import type { PurposeTrx } from '../../privacy/map/types.ts'
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
  output: doneAgain,
  async run({ trx, input: { isOvertaken, ...line } }) {
    const stillEnded = !isOvertaken && line.roles === null
    return await endAgain(trx, line, async () => (stillEnded ? closings[line.what](trx, line) : 0n))
  },
})

type Trx = PurposeTrx<'legal'>
type EndLine = z.output<typeof endLine>

/** How many rows each changes. */
const closings: Readonly<Record<(typeof gateEnds)[number], (trx: Trx, line: EndLine) => Promise<bigint>>> = {
  async processor(trx, { of, at }) {
    const { numUpdatedRows } = await trx
      .updateTable('processor')
      .set({ enabled_at: null, enabled_by: null, disabled_at: new Date(at) })
      .where('id', '=', of)
      .where('enabled_at', 'is not', null)
      .executeTakeFirst()
    if (numUpdatedRows > 0n)
      await addStep(trx, { processorId: of, kind: 'disabled', why: await closedAgain(trx), staffId: null })
    return numUpdatedRows
  },
  async transfer_ground(trx, { of, at }) {
    const why = await closedAgain(trx)
    const { numUpdatedRows } = await trx
      .updateTable('transfer_ground')
      .set({ invalid_at: new Date(at), invalid_why: why })
      .where('id', '=', of)
      .where('invalid_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) await addStep(trx, { groundId: of, kind: 'invalidated', why, staffId: null })
    return numUpdatedRows
  },
}

/** In the provider's language, as staff read it. */
async function closedAgain(trx: Trx): Promise<string> {
  const provider = await trx.selectFrom('provider').select('language').executeTakeFirst()
  return m.registers_closed_again({}, { locale: provider?.language ?? 'ro' })
}

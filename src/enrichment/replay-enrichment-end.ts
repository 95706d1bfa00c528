import { z } from 'zod'
import { newId } from '../platform/database/id.ts'
import { doneAgain, endAgain, endLine } from '../privacy/ledger/know-line.ts'
import type { PurposeTrx } from '../privacy/map/types.ts'
import { writeOperation } from '../privacy/operation/operation.ts'
import { switchNow } from './turn-enrichment.ts'

/**
 * After a restore, before anything serves: additions from public sources that were turned off since are off again. Turned on
 * since, they stay off until the owner turns them on.
 */
export const replaySwitchOff = writeOperation({
  name: 'enrichment.replay_off',
  purpose: 'enrichment',
  who: { system: true },
  input: endLine.extend({ what: z.literal('enrichment'), isOvertaken: z.boolean() }),
  output: doneAgain,
  async run({ trx, input: { isOvertaken, ...line } }) {
    const isOff = !isOvertaken && line.roles === null
    return await endAgain(trx, line, async () => (isOff ? await turnOff(trx, new Date(line.at)) : 0n))
  },
})

/** How many rows that takes. */
async function turnOff(trx: PurposeTrx<'enrichment'>, at: Date): Promise<bigint> {
  const last = await switchNow(trx)
  if (last.state === 'off') return 0n
  // The last turn counts, and two clocks may differ.
  const turned_at = last.at && last.at > at ? last.at : at
  await trx.insertInto('enrichment_switch').values({ id: newId(), state: 'off', turned_at, turned_by: null }).execute()
  return 1n
}

/** After a restore, before anything serves: a fact that was taken away since is gone again, also about whoever objected. */
export const replayFactEnd = writeOperation({
  name: 'enrichment.replay_end',
  purpose: 'rights',
  who: { system: true },
  input: endLine.extend({ what: z.literal('enrichment_fact') }),
  output: doneAgain,
  async run({ trx, input: line, concerning }) {
    const ended = await endAgain(trx, line, async () => {
      const { numUpdatedRows } = await trx
        .updateTable('enrichment_fact')
        .set({ removed_at: new Date(line.at) })
        .where('account_id', '=', line.accountId)
        .where('id', '=', line.of)
        .where('removed_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows
    })
    if (ended.done === 'again') concerning({ accountId: line.accountId })
    return ended
  },
})

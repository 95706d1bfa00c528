import { z } from 'zod'
import { doneAgain, endAgain, endLine } from '../privacy/ledger/know-line.ts'
import { writeOperation } from '../privacy/operation/operation.ts'

/** After a restore, before anything serves: a transfer of the business that was cancelled since asks nobody and hands nothing over. */
export const replayCampaignEnd = writeOperation({
  name: 'succession.replay_end',
  purpose: 'rights',
  who: { system: true },
  input: endLine.extend({ what: z.literal('succession_campaign') }),
  output: doneAgain,
  async run({ trx, input: line }) {
    return await endAgain(trx, line, async () => {
      const { numUpdatedRows } = await trx
        .updateTable('succession_campaign')
        .set({ cancelled_at: new Date(line.at) })
        .where('id', '=', line.of)
        .where('cancelled_at', 'is', null)
        .where('handed_over_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows
    })
  },
})

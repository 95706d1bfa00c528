import { z } from 'zod'
import { doneAgain, endAgain, endLine } from '../../privacy/ledger/know-line.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'

export const linkEnds = ['ticket_link'] as const

/** After a restore, before anything serves: a link to a conversation that was ended since opens nothing again. */
export const replayLinkEnd = writeOperation({
  name: 'ticket_link.replay_end',
  purpose: 'support',
  who: { system: true },
  input: endLine.extend({ what: z.enum(linkEnds) }),
  output: doneAgain,
  async run({ trx, input: line, concerning }) {
    const ended = await endAgain(trx, line, async () => {
      const { numUpdatedRows } = await trx
        .updateTable('ticket_link')
        .set({ ended_at: new Date(line.at) })
        .where('account_id', '=', line.accountId)
        .where('id', '=', line.of)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows
    })
    if (ended.done === 'again') concerning({ accountId: line.accountId })
    return ended
  },
})

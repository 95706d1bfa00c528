import { z } from 'zod'
import { doAgain, endLine } from '../../privacy/ledger/know-line.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'

export const linkEnds = ['ticket_link'] as const

/** After a restore, before anything serves: a link to a conversation that was ended since opens nothing again. */
export const replayLinkEnd = writeOperation({
  name: 'ticket_link.replay_end',
  purpose: 'support',
  who: { system: true },
  input: endLine.extend({ what: z.enum(linkEnds) }),
  output: z.object({ done: z.enum(['again', 'nobody']) }),
  async run({ trx, input: line, concerning }) {
    const { numUpdatedRows } = await doAgain(trx, line, () =>
      trx
        .updateTable('ticket_link')
        .set({ ended_at: new Date(line.at) })
        .where('account_id', '=', line.accountId)
        .where('id', '=', line.of)
        .where('ended_at', 'is', null)
        .executeTakeFirst(),
    )
    if (numUpdatedRows > 0n) concerning({ accountId: line.accountId })
    return { done: numUpdatedRows > 0n ? ('again' as const) : ('nobody' as const) }
  },
})

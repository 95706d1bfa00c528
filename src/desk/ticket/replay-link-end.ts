import { sql } from 'kysely'
import { z } from 'zod'
import { endLine, knowLine } from '../../privacy/ledger/know-line.ts'
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
    await sql`select set_config('zavor.ledger_line', ${line.id}, true)`.execute(trx)
    const { numUpdatedRows } = await trx
      .updateTable('ticket_link')
      .set({ ended_at: new Date(line.at) })
      .where('account_id', '=', line.accountId)
      .where('id', '=', line.of)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) concerning({ accountId: line.accountId })
    await knowLine(trx, line)
    return { done: numUpdatedRows > 0n ? ('again' as const) : ('nobody' as const) }
  },
})

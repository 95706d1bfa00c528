import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '../../platform/database/id.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { messageBody, sendingId } from '../written.ts'
import { lockTicket } from './lock-ticket.ts'
import { staffMayAnswer } from './ticket.rules.ts'

/** An internal note: for the staff alone. It tells nobody, moves nothing in any list and passes no turn. */
export const addNote = writeOperation({
  name: 'ticket.note',
  purpose: 'support',
  http: 'POST /tickets/{ticketId}/notes',
  says: 'Adds an internal note, which the client never sees.',
  who: { staff: staffMayAnswer },
  input: z.strictObject({ ticketId: z.uuid(), body: messageBody, sendingId }),
  output: z.object({ noteId: z.string() }),
  async run({ trx, actor, input, concerning }) {
    const ticket = await lockTicket(trx, actor, input.ticketId)
    concerning({ accountId: ticket.account_id, personIds: ticket.opened_by ? [ticket.opened_by] : [] })
    const row = await trx
      .insertInto('note')
      .values({
        account_id: ticket.account_id,
        id: newId(),
        ticket_id: ticket.id,
        author_staff: actor.staffId,
        sending_id: input.sendingId ?? null,
        body: input.body,
      })
      .onConflict((conflict) =>
        conflict.columns(['account_id', 'sending_id']).where('sending_id', 'is not', null).doNothing(),
      )
      .returning('id')
      .executeTakeFirst()
    if (row) return { noteId: row.id }
    // Sent before: the row that stands is the answer. Read past the view's snapshot of this transaction.
    const sent = await trx
      .selectFrom('note')
      .select('id')
      .where('account_id', '=', ticket.account_id)
      .where(sql<boolean>`sending_id = ${input.sendingId ?? null}`)
      .executeTakeFirstOrThrow()
    return { noteId: sent.id }
  },
})

import { z } from 'zod'
import { Conflict } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { authorOf, personIn } from '../author.ts'
import { lockTicket } from './lock-ticket.ts'
import { canSetStatus, staffMayAnswer, ticketStatuses } from './ticket.rules.ts'
import { changeStatus } from './ticket.writes.ts'

/** Says whose turn it is, or that it is solved. Setting what already is changes nothing. */
export const setStatus = writeOperation({
  name: 'ticket.set_status',
  purpose: 'support',
  http: 'POST /tickets/{ticketId}/status',
  says: 'Closes a ticket; the staff may also say whose turn it is. Writing on a closed ticket opens it again.',
  who: { member: 'any', staff: staffMayAnswer },
  input: z.strictObject({ ticketId: z.uuid(), status: z.enum(ticketStatuses).exclude(['open']) }),
  output: z.object({ status: z.enum(ticketStatuses) }),
  async run({ trx, actor, input, concerning }) {
    const ticket = await lockTicket(trx, actor, input.ticketId)
    const by = authorOf(actor)
    concerning({
      accountId: ticket.account_id,
      personIds: [ticket.opened_by, personIn(by)].filter((id) => id !== null),
    })
    if (ticket.status === input.status) return { status: ticket.status }
    if (!canSetStatus(by.side, ticket.status, input.status)) throw new Conflict('ticket_status')
    await changeStatus(trx, ticket, by, input.status)
    return { status: input.status }
  },
})

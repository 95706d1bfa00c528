import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { findTicket, personsIn } from './ticket.queries.ts'
import { staffMayAnswer } from './ticket.rules.ts'

/**
 * To be told when there is something new on a ticket. Answers under which names it is announced: notes to the staff alone,
 * as a client could tell from the moment that there is one.
 */
export const followTicket = readOperation({
  name: 'ticket.follow',
  purpose: 'support',
  who: { member: 'any', staff: staffMayAnswer },
  input: z.strictObject({ ticketId: z.uuid() }),
  output: z.object({ topics: z.array(z.string()) }),
  async run({ db, actor, input, concerning }) {
    const ticket = await findTicket(db, input.ticketId, actor.kind === 'member' ? actor.accountId : null)
    if (!ticket) throw new NotFound('ticket')
    concerning({ accountId: ticket.accountId, personIds: personsIn([ticket.openedBy]) })
    const place = `${ticket.accountId}:${ticket.id}`
    return { topics: actor.kind === 'member' ? [`ticket:${place}`] : [`ticket:${place}`, `note:${place}`] }
  },
})

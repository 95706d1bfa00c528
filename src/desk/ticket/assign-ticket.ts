import { z } from 'zod'
import { Conflict, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { authorOf } from '../author.ts'
import type { Trx } from '../desk-db.ts'
import { lockTicket } from './lock-ticket.ts'
import { staffMayAnswer } from './ticket.rules.ts'
import { assign } from './ticket.writes.ts'

/**
 * Gives a ticket to one of the staff, or to nobody. The caller says who has it now, so that of two who take it at once
 * one is told that the other has it.
 */
export const assignTicket = writeOperation({
  name: 'ticket.assign',
  purpose: 'support',
  http: 'POST /tickets/{ticketId}/assignment',
  says: 'Assigns a ticket. `instead` is who has it now; 409 assigned_meanwhile when that is no longer so.',
  who: { staff: staffMayAnswer },
  input: z.strictObject({ ticketId: z.uuid(), to: z.uuid().nullable(), instead: z.uuid().nullable() }),
  output: z.object({ assignedTo: z.string().nullable() }),
  async run({ trx, actor, input, concerning }) {
    const ticket = await lockTicket(trx, actor, input.ticketId)
    concerning({ accountId: ticket.account_id, personIds: ticket.opened_by ? [ticket.opened_by] : [] })
    if (ticket.assigned_to === input.to) return { assignedTo: input.to }
    if (ticket.assigned_to !== input.instead) throw new Conflict('assigned_meanwhile')
    if (input.to !== null) await requireColleague(trx, input.to)
    await assign(trx, ticket, authorOf(actor), input.to)
    return { assignedTo: input.to }
  },
})

async function requireColleague(trx: Trx, staffId: string): Promise<void> {
  const colleague = await trx
    .selectFrom('staff')
    .select('id')
    .where('id', '=', staffId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!colleague) throw new NotFound('staff')
}

import type { Author } from '../author.ts'
import type { Trx } from '../desk-db.ts'
import type { LockedTicket } from './lock-ticket.ts'
import { statusAfterReply } from './ticket.rules.ts'
import { assign, changeStatus, insertMessage, placeOf, sentBefore, touch } from './ticket.writes.ts'

/** Adds an answer to a ticket that is held, with everything that follows from it but the letters. */
export async function answerTicket(
  trx: Trx,
  ticket: LockedTicket,
  by: Author,
  written: { readonly body: string; readonly sendingId?: string | undefined },
): Promise<{ messageId: string; isNew: boolean }> {
  const sent = await sentBefore(trx, ticket.account_id, written.sendingId)
  if (sent) return { messageId: sent.id, isNew: false }
  const messageId = await insertMessage(trx, placeOf(ticket), by, written)
  const status = statusAfterReply(ticket.status, by.side)
  if (ticket.status === 'closed' && status !== 'open') await changeStatus(trx, ticket, by, status)
  else await touch(trx, ticket, status)
  if (by.side === 'staff' && ticket.assigned_to === null) await assign(trx, ticket, by, by.staffId)
  return { messageId, isNew: true }
}

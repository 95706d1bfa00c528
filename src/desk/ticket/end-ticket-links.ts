import type { Trx } from '../desk-db.ts'
import { followTicketLink, type LinkedTicket } from './ticket-link.ts'

/** Ends every link that the person of this one has to this ticket. Answers whose they were; undefined for no good link. */
export async function endLinksOf(trx: Trx, token: string): Promise<LinkedTicket | undefined> {
  const link = await followTicketLink(trx, token)
  if (!link) return undefined
  await trx
    .updateTable('ticket_link')
    .set({ ended_at: new Date() })
    .where('account_id', '=', link.accountId)
    .where('ticket_id', '=', link.ticketId)
    .where('person_id', '=', link.personId)
    .where('ended_at', 'is', null)
    .execute()
  return link
}

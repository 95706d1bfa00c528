/** What other capabilities may ask of the desk. */
import type { Kysely } from 'kysely'
import type { For } from '../privacy/map/types.ts'
import type { TicketStatus } from './ticket/ticket.rules.ts'

export { fileContent, fileName, largestFileBody, mostFiles } from './attachment/content.ts'
export { openedFile } from './attachment/opened-file.ts'
export {
  attachByLink,
  endTicketLinks,
  fileByLink,
  openTicketFromVisitor,
  replyByLink,
  seenByLink,
  ticketForLink,
  ticketOfLink,
} from './by-link.ts'
export { countWaitingChats } from './inbox/inbox.queries.ts'
export { staffMayAnswer } from './ticket/ticket.rules.ts'
export { ticketLinkPath } from './ticket/ticket-link.ts'
export { messageBody, sendingId, subject } from './written.ts'

export interface TicketSummary {
  readonly id: string
  readonly number: number
  readonly subject: string
  readonly status: TicketStatus
  readonly lastActivityAt: Date
}

/** The database of any purpose that may see what tickets are about. */
type SummaryDb = Kysely<Pick<For<'access'>, 'ticket'>> | Kysely<Pick<For<'orders'>, 'ticket'>>

/** One ticket of an account in short; undefined when it is not there, or limited. */
export async function ticketSummary(
  db: SummaryDb,
  accountId: string,
  ticketId: string,
): Promise<TicketSummary | undefined> {
  return await summaries(db).where('account_id', '=', accountId).where('id', '=', ticketId).executeTakeFirst()
}

/** The tickets about an order, newest activity first. */
export async function ticketsAboutOrder(
  db: SummaryDb,
  accountId: string,
  orderId: string,
  most = 20,
): Promise<TicketSummary[]> {
  return await summaries(db)
    .where('account_id', '=', accountId)
    .where('order_id', '=', orderId)
    .orderBy('last_activity_at', 'desc')
    .limit(most)
    .execute()
}

function summaries(db: SummaryDb) {
  return (db as Kysely<Pick<For<'access'>, 'ticket'>>)
    .selectFrom('ticket')
    .select(['id', 'number', 'subject', 'status', 'last_activity_at as lastActivityAt'])
}

/** What other capabilities may ask of the desk. */
import type { Kysely } from 'kysely'
import { onePage, type PageKey } from '../platform/database/page-key.ts'
import type { For } from '../privacy/map/types.ts'
import { NotFound } from '../privacy/operation/errors.ts'
import type { Enqueue } from '../privacy/operation/operation.ts'
import type { Db, Trx } from './desk-db.ts'
import { answerTicket } from './ticket/answer-ticket.ts'
import { newestEntries, pageSize } from './ticket/conversation.queries.ts'
import { endLinksOf } from './ticket/end-ticket-links.ts'
import { lockTicketOf } from './ticket/lock-ticket.ts'
import { tellOfMessage } from './ticket/tell-of-message.ts'
import { findTicket } from './ticket/ticket.queries.ts'
import type { TicketStatus } from './ticket/ticket.rules.ts'
import type { Entry, TicketLine } from './ticket/ticket.view.ts'
import { insertTicket, sentBefore } from './ticket/ticket.writes.ts'
import { followTicketLink, giveTicketLink } from './ticket/ticket-link.ts'

export { ticketLinkPath } from './ticket/ticket-link.ts'
export { messageBody, sendingId, subject } from './written.ts'

export interface FromVisitor {
  /** The account of kind prospect, and the person in it, that the visitor's words are kept under. */
  readonly accountId: string
  readonly personId: string
  readonly subject: string
  readonly body: string
  readonly sendingId?: string | undefined
}

/**
 * A conversation with who has no account. The token is the only way back to it: it is shown once, and its hash is kept.
 * Sent twice with the same sendingId, it stays one ticket with a second link.
 */
export async function openTicketFromVisitor(
  trx: Trx,
  given: FromVisitor,
  enqueue: Enqueue,
): Promise<{ ticketId: string; token: string }> {
  const { accountId, personId } = given
  const by = { side: 'client', personId } as const
  const sent = await sentBefore(trx, accountId, given.sendingId)
  if (sent) {
    return {
      ticketId: sent.ticketId,
      token: await giveTicketLink(trx, { accountId, personId, ticketId: sent.ticketId }),
    }
  }
  const { subject, body, sendingId } = given
  const opening = { accountId, by, subject, status: 'open', orderId: null, body, sendingId } as const
  const { ticketId, messageId } = await insertTicket(trx, opening)
  await enqueue(tellOfMessage, { accountId, ticketId, messageId })
  return { ticketId, token: await giveTicketLink(trx, { accountId, personId, ticketId }) }
}

export interface LinkView {
  readonly ticket: TicketLine
  /** Oldest first; the client's eyes: no internal note. */
  readonly entries: Entry[]
  readonly earlier: string | null
  readonly personId: string
}

/** @throws NotFound for whatever is no good link, whyever */
export async function ticketForLink(db: Db, token: string, before?: PageKey): Promise<LinkView> {
  const link = await followTicketLink(db, token)
  const ticket = link && (await findTicket(db, link.ticketId, link.accountId))
  if (!link || !ticket) throw new NotFound('conversation')
  const conversation = { accountId: link.accountId, ticketId: link.ticketId, eyes: 'client' as const }
  const { page, next } = onePage(await newestEntries(db, conversation, before), pageSize, (one) => one)
  return { ticket, entries: page.reverse(), earlier: next, personId: link.personId }
}

/** @throws NotFound for whatever is no good link, whyever */
export async function replyByLink(
  trx: Trx,
  token: string,
  written: { readonly body: string; readonly sendingId?: string | undefined },
  enqueue: Enqueue,
): Promise<{ accountId: string; ticketId: string; personId: string; messageId: string }> {
  const link = await followTicketLink(trx, token)
  if (!link) throw new NotFound('conversation')
  const ticket = await lockTicketOf(trx, link.accountId, link.ticketId)
  const { messageId, isNew } = await answerTicket(trx, ticket, { side: 'client', personId: link.personId }, written)
  if (isNew) await enqueue(tellOfMessage, { accountId: link.accountId, ticketId: link.ticketId, messageId })
  return { ...link, messageId }
}

/** @throws NotFound for whatever is no good link, whyever */
export async function endTicketLinks(trx: Trx, token: string): Promise<{ accountId: string; personId: string }> {
  const link = await endLinksOf(trx, token)
  if (!link) throw new NotFound('conversation')
  return link
}

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

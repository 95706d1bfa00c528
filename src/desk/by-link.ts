/** What a conversation's link opens to who has no account. Every bad token, whyever, is the same "not found". */
import type { z } from 'zod'
import { onePage, type PageKey } from '../platform/database/page-key.ts'
import { NotFound } from '../privacy/operation/errors.ts'
import type { Enqueue } from '../privacy/operation/operation.ts'
import type { Tools } from '../privacy/operation/tools.ts'
import { claimAttachments, findAttachment } from './attachment/attachment.queries.ts'
import { type openedFile, openFile } from './attachment/opened-file.ts'
import { type TakenFile, takeIn } from './attachment/take-in.ts'
import type { Db, Trx } from './desk-db.ts'
import { answerTicket } from './ticket/answer-ticket.ts'
import { newestEntries, pageSize } from './ticket/conversation.queries.ts'
import { endLinksOf } from './ticket/end-ticket-links.ts'
import { lockTicketOf } from './ticket/lock-ticket.ts'
import { tellOfMessage } from './ticket/tell-of-message.ts'
import { findTicket } from './ticket/ticket.queries.ts'
import type { TicketChannel } from './ticket/ticket.rules.ts'
import type { Entry, TicketLine } from './ticket/ticket.view.ts'
import { insertTicket, sentBefore } from './ticket/ticket.writes.ts'
import { followTicketLink, giveTicketLink, type LinkedTicket, leadsBack, noteLinkSeen } from './ticket/ticket-link.ts'

export interface FromVisitor {
  /** The account of kind prospect, and the person in it, that the visitor's words are kept under. */
  readonly accountId: string
  readonly personId: string
  readonly subject: string
  readonly body: string
  readonly channel: Exclude<TicketChannel, 'desk'>
  readonly sendingId?: string | undefined
}

/**
 * A conversation with who has no account. The token is the only way back to it: it is shown once, and its hash is kept.
 * Sent twice with the same sendingId, it stays one ticket with a second link. Null: it was sent so long ago, or left since,
 * that whoever sends it now may be somebody else, before whom the form still stood; theirs is another conversation.
 */
export async function openTicketFromVisitor(
  trx: Trx,
  given: FromVisitor,
  enqueue: Enqueue,
): Promise<{ ticketId: string; token: string } | null> {
  const { accountId, personId, subject, body, channel, sendingId } = given
  const sent = await sentBefore(trx, accountId, sendingId)
  if (sent) {
    const link = { accountId, personId, ticketId: sent.ticketId }
    if (!(await leadsBack(trx, link))) return null
    return { ticketId: sent.ticketId, token: await giveTicketLink(trx, link) }
  }
  const by = { side: 'client', personId } as const
  const opening = { accountId, by, subject, status: 'open', orderId: null, body, sendingId, channel } as const
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

/** @throws NotFound */
export async function ticketForLink(db: Db, token: string, before?: PageKey): Promise<LinkView> {
  const link = await followTicketLink(db, token)
  const ticket = link && (await findTicket(db, link.ticketId, link.accountId))
  if (!link || !ticket) throw new NotFound('conversation')
  const conversation = { accountId: link.accountId, ticketId: link.ticketId, eyes: 'client' as const }
  const { page, next } = onePage(await newestEntries(db, conversation, before), pageSize, (one) => one)
  return { ticket, entries: page.reverse(), earlier: next, personId: link.personId }
}

/** Whose conversation a token opens, and which; it must be in sight. @throws NotFound */
export async function ticketOfLink(db: Db, token: string): Promise<LinkedTicket> {
  const link = await followTicketLink(db, token)
  if (!link || !(await findTicket(db, link.ticketId, link.accountId))) throw new NotFound('conversation')
  return link
}

interface WrittenByLink {
  readonly body: string
  readonly attachmentIds: readonly string[]
  readonly sendingId?: string | undefined
}

/** @throws NotFound; Invalid for files that the person did not add, or sent already */
export async function replyByLink(
  trx: Trx,
  token: string,
  written: WrittenByLink,
  enqueue: Enqueue,
): Promise<LinkedTicket & { messageId: string }> {
  const link = await ticketOfLink(trx, token)
  const { accountId, ticketId, personId } = link
  const by = { side: 'client', personId } as const
  const ticket = await lockTicketOf(trx, accountId, ticketId)
  const { messageId, isNew } = await answerTicket(trx, ticket, by, written)
  if (isNew) {
    await claimAttachments(trx, { accountId, id: messageId, by }, written.attachmentIds)
    await enqueue(tellOfMessage, { accountId, ticketId, messageId })
  }
  return { ...link, messageId }
}

/** Takes a file in, to go with the next message of the same person. @throws NotFound, Conflict */
export async function attachByLink(
  trx: Trx,
  tools: Tools,
  token: string,
  file: { readonly name: string; readonly content: Buffer },
): Promise<LinkedTicket & TakenFile> {
  const link = await ticketOfLink(trx, token)
  const by = { side: 'client', personId: link.personId } as const
  return { ...link, ...(await takeIn(trx, tools, { accountId: link.accountId, by, ...file })) }
}

/** A file of this conversation and of no other. @throws NotFound */
export async function fileByLink(
  db: Db,
  tools: Tools,
  token: string,
  attachmentId: string,
): Promise<LinkedTicket & { file: z.output<typeof openedFile>; addedBy: string | null }> {
  const link = await followTicketLink(db, token)
  const row = link && (await findAttachment(db, attachmentId, link.accountId))
  if (!link || row?.ticket_id !== link.ticketId) throw new NotFound('attachment')
  return { ...link, file: await openFile(db, tools, row), addedBy: row.added_by }
}

/** Notes that the holder of a link has the conversation before their eyes. @throws NotFound */
export async function seenByLink(trx: Trx, token: string): Promise<LinkedTicket> {
  const link = await ticketOfLink(trx, token)
  await noteLinkSeen(trx, link)
  return link
}

/** @throws NotFound */
export async function endTicketLinks(trx: Trx, token: string): Promise<{ accountId: string; personId: string }> {
  const link = await endLinksOf(trx, token)
  if (!link) throw new NotFound('conversation')
  return link
}

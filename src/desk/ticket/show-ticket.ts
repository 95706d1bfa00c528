import { z } from 'zod'
import { onePage, pageKey } from '../../platform/database/page-key.ts'
import { notice, noticeOf } from '../../privacy/notice/notice-of.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { newestEntries, pageSize } from './conversation.queries.ts'
import { messageData } from './message.data.ts'
import { findTicket, personsIn } from './ticket.queries.ts'
import { staffMayAnswer } from './ticket.rules.ts'
import { entry, ticketLine } from './ticket.view.ts'
import { linkSeenAt } from './ticket-link.ts'

/** A ticket with the newest page of what was said on it, oldest of the page first. Notes are for the staff alone. */
export const showTicket = readOperation({
  name: 'ticket.show',
  purpose: 'support',
  http: 'GET /tickets/{ticketId}',
  says: 'A ticket and a page of its conversation; `earlier` leads to the page before.',
  who: { member: 'any', staff: staffMayAnswer },
  input: z.strictObject({ ticketId: z.uuid(), before: pageKey.optional() }),
  output: z.object({
    ticket: ticketLine,
    entries: z.array(entry),
    earlier: z.string().nullable(),
    /** When a person without an account last had it before their eyes; null for everybody else, and for clients. */
    seenAt: z.date().nullable(),
    /** What is to be said beside the field for an answer. */
    notice,
  }),
  async run({ db, actor, caller, input, concerning }) {
    const ticket = await findTicket(db, input.ticketId, actor.kind === 'member' ? actor.accountId : null)
    if (!ticket) throw new NotFound('ticket')
    const conversation = {
      accountId: ticket.accountId,
      ticketId: ticket.id,
      eyes: actor.kind === 'member' ? ('client' as const) : ('staff' as const),
    }
    const { page, next } = onePage(await newestEntries(db, conversation, input.before), pageSize, (one) => one)
    concerning({
      accountId: ticket.accountId,
      personIds: personsIn([ticket.openedBy, ...page.map((one) => one.by)]),
    })
    const asking = { purpose: 'support', locale: caller.locale ?? 'ro', promise: 4 } as const
    const byStaff = actor.kind === 'staff' && ticket.channel !== 'desk'
    const seenAt = byStaff ? await linkSeenAt(db, ticket.accountId, ticket.id) : null
    return { ticket, entries: page.reverse(), earlier: next, seenAt, notice: noticeOf(messageData, 'body', asking) }
  },
})

import { sql } from 'kysely'
import { z } from 'zod'
import { onePage, pageKey } from '../../platform/database/page-key.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { accountFor } from '../clients/account-for.ts'
import { newestTickets, pageSize, personsIn } from './ticket.queries.ts'
import { staffMayAnswer } from './ticket.rules.ts'
import { ticketPage } from './ticket.view.ts'

/** A client's, or those about one of its orders. */
export const ticketsOf = newestTickets(({ accountId, orderId }: { accountId: string; orderId: string | undefined }) =>
  orderId ? sql<boolean>`account_id = ${accountId} and order_id = ${orderId}` : sql<boolean>`account_id = ${accountId}`,
)

/** One client's tickets, newest activity first. */
export const listTickets = readOperation({
  name: 'ticket.list',
  purpose: 'support',
  http: 'GET /tickets',
  says: 'Tickets of one account, newest activity first, fifty at a time; `next` leads on.',
  who: { member: 'any', staff: staffMayAnswer },
  input: z.strictObject({
    /** Staff say whose. */
    accountId: z.uuid().optional(),
    orderId: z.uuid().optional(),
    after: pageKey.optional(),
  }),
  output: ticketPage,
  async run({ db, actor, input, concerning }) {
    const accountId = await accountFor(db, actor, input.accountId)
    const rows = await ticketsOf(db, { accountId, orderId: input.orderId }, input.after)
    const { page, next } = onePage(rows, pageSize, (line) => ({ at: line.lastActivityAt, id: line.id }))
    concerning({ accountId, personIds: personsIn(page.map((line) => line.openedBy)) })
    return { tickets: page, next }
  },
})

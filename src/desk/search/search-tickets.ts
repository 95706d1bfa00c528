import { z } from 'zod'
import { onePage, pageKey } from '../../platform/database/page-key.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { pageSize, personsIn } from '../ticket/ticket.queries.ts'
import { staffMayAnswer } from '../ticket/ticket.rules.ts'
import { ticketPage } from '../ticket/ticket.view.ts'
import { searchTickets } from './search.queries.ts'
import { numberIn, searchQuery } from './search-query.ts'

/** Search by words, whatever their diacritics and case: members over their own account, staff over all. */
export const searchForTickets = readOperation({
  name: 'ticket.search',
  purpose: 'support',
  http: 'GET /ticket-search',
  says: 'Tickets that hold all the words, without regard to diacritics and case; the last word may be only begun.',
  who: { member: 'any', staff: staffMayAnswer },
  input: z.strictObject({ q: z.string().max(200), after: pageKey.optional() }),
  output: ticketPage,
  async run({ db, actor, input, concerning }) {
    const query = searchQuery(input.q)
    if (query === null) return { tickets: [], next: null }
    const search = {
      query,
      number: numberIn(input.q),
      accountId: actor.kind === 'member' ? actor.accountId : null,
      notes: actor.kind === 'staff',
    }
    const rows = await searchTickets(db, search, input.after)
    const { page, next } = onePage(rows, pageSize, (line) => ({ at: line.lastActivityAt, id: line.id }))
    concerning({ accountId: search.accountId, personIds: personsIn(page.map((line) => line.openedBy)) })
    return { tickets: page, next }
  },
})

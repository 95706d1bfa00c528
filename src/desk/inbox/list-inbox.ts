import { z } from 'zod'
import { onePage, pageKey } from '../../platform/database/page-key.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { pageSize, personsIn } from '../ticket/ticket.queries.ts'
import { staffMayAnswer } from '../ticket/ticket.rules.ts'
import { ticketPage } from '../ticket/ticket.view.ts'
import { queueTickets } from './inbox.queries.ts'
import { queues } from './inbox.rules.ts'

export const listInbox = readOperation({
  name: 'inbox.list',
  purpose: 'support',
  http: 'GET /inbox/{queue}',
  says: 'A queue of the inbox, newest activity first, fifty at a time; `next` leads on.',
  who: { staff: staffMayAnswer },
  input: z.strictObject({ queue: z.enum(queues), after: pageKey.optional() }),
  output: ticketPage,
  async run({ db, actor, input, concerning }) {
    const rows = await queueTickets(db, input.queue, actor.staffId, input.after)
    const { page, next } = onePage(rows, pageSize, (line) => ({ at: line.lastActivityAt, id: line.id }))
    concerning({ personIds: personsIn(page.map((line) => line.openedBy)) })
    return { tickets: page, next }
  },
})

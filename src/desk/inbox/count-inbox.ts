import { z } from 'zod'
import { readOperation } from '../../privacy/operation/operation.ts'
import { staffMayAnswer } from '../ticket/ticket.rules.ts'
import { countQueues, mostCounted } from './inbox.queries.ts'

/** How much lies in each queue. What is closed is not counted: it only grows. */
export const countInbox = readOperation({
  name: 'inbox.count',
  purpose: 'support',
  http: 'GET /inbox',
  says: `How many tickets lie in each queue; ${mostCounted + 1} stands for more than ${mostCounted}.`,
  who: { staff: staffMayAnswer },
  counts: true,
  input: z.strictObject({}),
  output: z.object({
    mine: z.number(),
    unassigned: z.number(),
    chat: z.number(),
    waiting: z.number(),
    open: z.number(),
  }),
  run: ({ db, actor }) => countQueues(db, actor.staffId),
})

import { z } from 'zod'
import { readOperation } from '../../privacy/operation/operation.ts'
import { staffMayAnswer } from '../ticket/ticket.rules.ts'

/** Who can be given a ticket. */
export const listColleagues = readOperation({
  name: 'inbox.colleagues',
  purpose: 'support',
  http: 'GET /inbox-colleagues',
  says: 'The staff to whom a ticket can be given.',
  who: { staff: staffMayAnswer },
  input: z.strictObject({}),
  output: z.object({ colleagues: z.array(z.object({ id: z.string(), name: z.string() })) }),
  async run({ db }) {
    const colleagues = await db
      .selectFrom('staff')
      .select(['id', 'name'])
      .where('joined_at', 'is not', null)
      .where('ended_at', 'is', null)
      .orderBy('name')
      .execute()
    return { colleagues }
  },
})

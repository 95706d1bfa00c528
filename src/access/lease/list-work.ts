import { sql } from 'kysely'
import { z } from 'zod'
import { readOperation } from '../../privacy/operation/operation.ts'
import { accountAsked } from '../../privacy/operation/whom-it-concerns.ts'
import { staffMayUse } from '../access.rules.ts'

const most = 25

/** The orders and tickets of a client that are not over: what access can be asked for. Newest first. */
export const listWork = readOperation({
  name: 'access_work.list',
  purpose: 'access',
  who: { staff: staffMayUse },
  input: z.strictObject({ accountId: z.uuid() }),
  output: z.object({
    orders: z.array(z.object({ id: z.string(), name: z.string(), at: z.date() })),
    tickets: z.array(z.object({ id: z.string(), number: z.number(), subject: z.string(), at: z.date() })),
  }),
  concerns: accountAsked,
  async run({ db, caller, input }) {
    const { accountId } = input
    const orders = await db
      .selectFrom('order')
      .select(['id', 'created_at as at', sql<string>`terms -> 'name' ->> ${caller.locale ?? 'ro'}`.as('name')])
      .where('account_id', '=', accountId)
      .where('status', 'not in', ['confirmed', 'declined', 'cancelled'])
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
    const tickets = await db
      .selectFrom('ticket')
      .select(['id', 'number', 'subject', 'created_at as at'])
      .where('account_id', '=', accountId)
      .where('closed_at', 'is', null)
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
    return { orders, tickets }
  },
})

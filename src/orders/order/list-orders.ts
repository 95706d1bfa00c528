import { z } from 'zod'
import { Refused } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { accountAsked } from '../../privacy/operation/whom-it-concerns.ts'
import { staffMaySee } from './order.rules.ts'
import { orderLine } from './order.view.ts'
import { selectPage, toLines } from './order-lines.queries.ts'

/** Orders, newest first: of the own account for a member, of all clients or of one for staff. */
export const listOrders = readOperation({
  name: 'order.list',
  says: 'Orders, newest first; page on with `before`.',
  purpose: 'orders',
  http: 'GET /orders',
  who: { member: 'any', staff: staffMaySee },
  input: z.strictObject({
    which: z.enum(['open', 'over', 'all']).default('all'),
    /** Staff only. */
    accountId: z.uuid().optional(),
    before: z.uuid().optional(),
    count: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({ orders: z.array(orderLine), next: z.uuid().nullable() }),
  concerns: accountAsked,
  async run({ db, actor, input }) {
    const { which, before, count } = input
    const forStaff = actor.kind === 'staff'
    if (!forStaff && input.accountId && input.accountId !== actor.accountId) throw new Refused('role')
    const { accountId } = accountAsked({ actor, input })
    const rows = await selectPage(db, { accountId, which, before, count: count + 1 })
    const orders = await toLines(db, rows.slice(0, count), forStaff)
    return { orders, next: rows.length > count ? (orders.at(-1)?.id ?? null) : null }
  },
})

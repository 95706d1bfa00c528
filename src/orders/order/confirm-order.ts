import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { lockOrder } from './order.queries.ts'
import { memberMayOrder } from './order.rules.ts'
import { closeAccess } from './order-access.ts'
import { takeStep } from './take-step.ts'
import { orderNamed, tellStaff } from './tell.ts'

/** The client says that what was ordered was delivered. The access handed over for it ends, unless work goes on. */
export const confirmOrder = writeOperation({
  name: 'order.confirm',
  says: 'Confirms the delivery; access handed over for work done once ends.',
  purpose: 'orders',
  http: 'POST /orders/{orderId}/confirm',
  who: { member: memberMayOrder },
  input: z.strictObject({ orderId: z.uuid() }),
  output: z.object({ status: z.literal('confirmed') }),
  async run({ trx, actor, input, now, tools, enqueue, concerning }) {
    const order = await lockOrder(trx, actor, input.orderId)
    concerning({ accountId: order.account_id, personIds: [order.placed_by, actor.personId] })
    await takeStep(trx, order, 'confirm', { by: actor, now, items: [] })
    // Work paid by the month goes on, and so does the access that it needs.
    if (order.unit === 'once') await closeAccess(enqueue, order)
    await tellStaff({ trx, tools }, orderNamed(order), 'confirmed')
    return { status: 'confirmed' as const }
  },
})

import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { lockOrder } from './order.queries.ts'
import { staffMayAccept } from './order.rules.ts'
import { openAccess } from './order-access.ts'
import { takeStep } from './take-step.ts'
import { tellClient } from './tell.ts'

/** Takes an order on and asks the client for the access on its list. An order that needs none is ready for work at once. */
export const acceptOrder = writeOperation({
  name: 'order.accept',
  says: 'Takes an order on and asks the client for the access that it needs.',
  purpose: 'orders',
  http: 'POST /orders/{orderId}/accept',
  who: { staff: staffMayAccept },
  input: z.strictObject({ orderId: z.uuid() }),
  output: z.object({ status: z.enum(['accepted', 'access_given']) }),
  async run({ trx, actor, input, now, tools, enqueue, concerning }) {
    const order = await lockOrder(trx, actor, input.orderId)
    concerning({ accountId: order.account_id, personIds: [order.placed_by] })
    const accepted = await takeStep(trx, order, 'accept', { by: actor, now, items: [] })
    const asksAccess = order.terms.access.length > 0
    if (asksAccess) {
      // The letter that asks for the access says that the order is accepted.
      await openAccess({ trx, enqueue, now }, accepted, actor.staffId)
    } else {
      await takeStep(trx, accepted, 'note_access', { by: { kind: 'system', job: 'order.accept' }, now, items: [] })
      await tellClient({ trx, tools }, order, 'accepted')
    }
    return { status: asksAccess ? ('accepted' as const) : ('access_given' as const) }
  },
})

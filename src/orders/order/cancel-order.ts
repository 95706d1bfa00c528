import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { selectStates } from './checklist.queries.ts'
import { lockOrder } from './order.queries.ts'
import { memberMayOrder } from './order.rules.ts'
import { closeAccess } from './order-access.ts'
import { reasonWords } from './order-words.ts'
import { takeStep } from './take-step.ts'
import { orderNamed, tellStaff } from './tell.ts'

/** The client takes an order back. Not once work began. */
export const cancelOrder = writeOperation({
  name: 'order.cancel',
  says: 'Takes an order back, before work began.',
  purpose: 'orders',
  http: 'POST /orders/{orderId}/cancel',
  who: { member: memberMayOrder },
  input: z.strictObject({ orderId: z.uuid(), reason: reasonWords.optional() }),
  output: z.object({ status: z.literal('cancelled') }),
  async run({ trx, actor, input, now, tools, enqueue, concerning }) {
    const order = await lockOrder(trx, actor, input.orderId)
    concerning({ accountId: order.account_id, personIds: [order.placed_by, actor.personId] })
    const items = await selectStates(trx, order)
    await takeStep(trx, order, 'cancel', { by: actor, now, items, words: input.reason })
    await closeAccess(enqueue, order)
    await tellStaff({ trx, tools }, orderNamed(order), 'cancelled')
    return { status: 'cancelled' as const }
  },
})

import { z } from 'zod'
import { newId } from '../../platform/database/id.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { lockOrder } from './order.queries.ts'
import { staffMayWork } from './order.rules.ts'
import { deliveryWords } from './order-words.ts'
import { takeStep } from './take-step.ts'
import { tellClient } from './tell.ts'

/** Records what was delivered and asks the client to confirm it. */
export const deliverOrder = writeOperation({
  name: 'order.deliver',
  says: 'Records what was delivered and asks the client to confirm it.',
  purpose: 'orders',
  http: 'POST /orders/{orderId}/deliver',
  who: { staff: staffMayWork },
  input: z.strictObject({ orderId: z.uuid(), words: deliveryWords }),
  output: z.object({ status: z.literal('delivered') }),
  async run({ trx, actor, input, now, tools, concerning }) {
    const order = await lockOrder(trx, actor, input.orderId)
    concerning({ accountId: order.account_id, personIds: [order.placed_by] })
    await takeStep(trx, order, 'deliver', { by: actor, now, items: [] })
    await trx
      .insertInto('delivery')
      .values({
        account_id: order.account_id,
        id: newId(),
        order_id: order.id,
        words: input.words,
        delivered_by: actor.staffId,
        created_at: now,
      })
      .execute()
    await tellClient({ trx, tools }, order, 'delivered')
    return { status: 'delivered' as const }
  },
})

import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { selectStates } from './checklist.queries.ts'
import { lockOrder } from './order.queries.ts'
import { staffMayAccept } from './order.rules.ts'
import { closeAccess } from './order-access.ts'
import { reasonWords } from './order-words.ts'
import { takeStep } from './take-step.ts'
import { tellClient } from './tell.ts'

/** Says no to an order, with the reason that the client reads. Not once work began. */
export const declineOrder = writeOperation({
  name: 'order.decline',
  says: 'Says no to an order, with a reason.',
  purpose: 'orders',
  http: 'POST /orders/{orderId}/decline',
  who: { staff: staffMayAccept },
  input: z.strictObject({ orderId: z.uuid(), reason: reasonWords }),
  output: z.object({ status: z.literal('declined') }),
  async run({ trx, actor, input, now, tools, enqueue, concerning }) {
    const order = await lockOrder(trx, actor, input.orderId)
    concerning({ accountId: order.account_id, personIds: [order.placed_by] })
    const items = await selectStates(trx, order)
    await takeStep(trx, order, 'decline', { by: actor, now, items, words: input.reason })
    await closeAccess(enqueue, order)
    await tellClient({ trx, tools }, order, 'declined', input.reason)
    return { status: 'declined' as const }
  },
})

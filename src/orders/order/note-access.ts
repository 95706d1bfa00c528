import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { selectStates } from './checklist.queries.ts'
import { lockOrder } from './order.queries.ts'
import { canAct } from './order.rules.ts'
import { takeStep } from './take-step.ts'
import { orderNamed, tellStaff } from './tell.ts'

/** A job, after access was handed over: when nothing on the list is missing any more, the order is ready for work. */
export const noteAccess = writeOperation({
  name: 'order.note_access',
  purpose: 'orders',
  who: { system: true },
  input: z.strictObject({ orderId: z.uuid() }),
  output: z.object({ noted: z.enum(['complete', 'not_yet']) }),
  async run({ trx, actor, input, now, tools, concerning }) {
    const order = await lockOrder(trx, actor, input.orderId)
    concerning({ accountId: order.account_id, personIds: [order.placed_by] })
    const items = await selectStates(trx, order)
    if (!canAct('note_access', order.status, items)) return { noted: 'not_yet' as const }
    await takeStep(trx, order, 'note_access', { by: actor, now, items })
    await tellStaff({ trx, tools }, orderNamed(order), 'access_given')
    return { noted: 'complete' as const }
  },
})

import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { selectStates } from './checklist.queries.ts'
import { lockOrder } from './order.queries.ts'
import { canAct, staffMayWork } from './order.rules.ts'
import { takeStep } from './take-step.ts'
import { tellClient } from './tell.ts'

/** Work begins, only while every access on the list is given: checked here again, as access may be withdrawn at any time. */
export const startWork = writeOperation({
  name: 'order.start_work',
  says: 'Begins the work; refused while an access on the list is missing.',
  purpose: 'orders',
  http: 'POST /orders/{orderId}/start',
  who: { staff: staffMayWork },
  input: z.strictObject({ orderId: z.uuid() }),
  output: z.object({ status: z.literal('in_work') }),
  async run({ trx, actor, input, now, tools, concerning }) {
    const order = await lockOrder(trx, actor, input.orderId)
    concerning({ accountId: order.account_id, personIds: [order.placed_by] })
    const items = await selectStates(trx, order)
    // The job that notes complete access may not have run yet; the step itself is never left out.
    const ready = canAct('note_access', order.status, items)
      ? await takeStep(trx, order, 'note_access', { by: { kind: 'system', job: 'order.start_work' }, now, items })
      : order
    await takeStep(trx, ready, 'start', { by: actor, now, items })
    await tellClient({ trx, tools }, order, 'in_work')
    return { status: 'in_work' as const }
  },
})

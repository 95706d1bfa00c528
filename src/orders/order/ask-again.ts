import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Conflict } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { selectChecklists } from './checklist.queries.ts'
import { lockOrder } from './order.queries.ts'
import { mayAskAgain, staffMayAccept } from './order.rules.ts'
import { openAccess } from './order-access.ts'

/** Asks once more for what is on the list and was refused, taken back or has run out, in a new secure request. */
export const askAgain = writeOperation({
  name: 'order.ask_again',
  says: 'Asks once more for access that was refused, taken back or has run out.',
  purpose: 'orders',
  http: 'POST /orders/{orderId}/ask-again',
  who: { staff: staffMayAccept },
  input: z.strictObject({ orderId: z.uuid() }),
  output: z.object({ asked: z.int() }),
  async run({ trx, actor, input, now, enqueue, concerning }) {
    const order = await lockOrder(trx, actor, input.orderId)
    concerning({ accountId: order.account_id, personIds: [order.placed_by] })
    const lines = await selectChecklists(trx, [order])
    const states = lines.map((line) => line.state)
    if (!mayAskAgain(order.status, states)) throw new Conflict('nothing_to_ask', m.orders_problem_nothing_to_ask())
    const missing = order.terms.access.filter(({ name }) =>
      lines.some((line) => line.item === name && line.state !== 'given' && line.state !== 'asked'),
    )
    await openAccess({ trx, enqueue, now }, order, actor.staffId, missing)
    return { asked: missing.length }
  },
})

import { z } from 'zod'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import { Conflict } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { lockOrder } from './order.queries.ts'
import { feedbackWords } from './order-words.ts'

/** What a member of the account thought of the finished work (P19). Once an order. */
export const giveFeedback = writeOperation({
  name: 'order.feedback',
  says: 'Says what you thought of the finished work, once an order.',
  purpose: 'orders',
  http: 'POST /orders/{orderId}/feedback',
  who: { member: 'any' },
  input: z.strictObject({
    orderId: z.uuid(),
    rating: z.int().min(1).max(5),
    words: feedbackWords.optional(),
  }),
  output: z.object({ feedbackId: z.uuid() }),
  async run({ trx, actor, input, now, concerning }) {
    const order = await lockOrder(trx, actor, input.orderId)
    concerning({ accountId: order.account_id, personIds: [actor.personId] })
    if (order.status !== 'confirmed') throw new Conflict('order_status', m.orders_problem_status())
    const feedbackId = newId()
    await trx
      .insertInto('feedback')
      .values({
        account_id: order.account_id,
        id: feedbackId,
        order_id: order.id,
        given_by: actor.personId,
        rating: input.rating,
        words: input.words || null,
        created_at: now,
      })
      .execute()
    return { feedbackId }
  },
})

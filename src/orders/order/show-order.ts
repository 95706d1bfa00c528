import { z } from 'zod'
import { noticeOf } from '../../privacy/notice/notice-of.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { selectAnswers } from './answer.queries.ts'
import { selectChecklists } from './checklist.queries.ts'
import { feedbackData } from './feedback.data.ts'
import { mayAct } from './may-act.rules.ts'
import { selectOrder } from './order.queries.ts'
import { dutyOf, staffMaySee } from './order.rules.ts'
import { orderView } from './order.view.ts'
import { toLines } from './order-lines.queries.ts'
import { selectDelivery, selectFeedback } from './outcome.queries.ts'
import { selectSteps } from './timeline.queries.ts'

/** One order whole: its terms, timeline, answers, access list, delivery, and what the caller may do now. */
export const showOrder = readOperation({
  name: 'order.show',
  says: 'One order: terms, timeline, access list, delivery.',
  purpose: 'orders',
  http: 'GET /orders/{orderId}',
  who: { member: 'any', staff: staffMaySee },
  input: z.strictObject({ orderId: z.uuid() }),
  output: orderView,
  async run({ db, actor, caller, input, concerning }) {
    const order = await selectOrder(db, actor, input.orderId)
    const steps = await selectSteps(db, order)
    concerning({
      accountId: order.account_id,
      personIds: [order.placed_by, ...steps.flatMap((step) => step.by_person ?? [])],
    })
    const checklist = await selectChecklists(db, [order])
    const states = checklist.map((line) => line.state)
    const answers = await selectAnswers(db, order)
    const feedback = await selectFeedback(db, order)
    const may = mayAct(actor, order.status, states, feedback !== null)
    const asking = { purpose: 'orders', locale: caller.locale ?? 'ro', promise: 19 } as const
    const [line] = await toLines(db, [order], actor.kind === 'staff')
    return {
      ...line!,
      duty: dutyOf(order.status, states, feedback !== null),
      terms: order.terms,
      steps: steps.map(({ kind, at, words, ...by }) => ({
        kind,
        at,
        words,
        by: by.by_person ? ('client' as const) : by.by_staff ? ('provider' as const) : ('desk' as const),
        name: by.person_name ?? by.staff_name,
      })),
      answers: order.terms.fields.flatMap(({ name }) => {
        const value = answers.get(name)
        return value ? [{ field: name, value }] : []
      }),
      checklist: checklist.map(({ item, state, at, by, targetId }) => ({ item, state, at, by, targetId })),
      requestId: checklist.find((line) => line.requestId)?.requestId ?? null,
      delivery: await selectDelivery(db, order),
      feedback,
      feedbackNotice: may.includes('feedback') ? noticeOf(feedbackData, 'words', asking) : null,
      may,
    }
  },
})

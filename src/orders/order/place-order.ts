import { z } from 'zod'
import { noteOrder } from '../../fraud/fraud.facade.ts'
import { m } from '../../platform/language/words.ts'
import { Conflict, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { selectService } from '../service/service.queries.ts'
import { stateOf } from '../service/service.view.ts'
import { insertAnswers } from './answer.queries.ts'
import { answersInput, checkAnswers } from './answers.rules.ts'
import { insertChecklist } from './checklist.queries.ts'
import { insertOrder, selectPlaced } from './order.queries.ts'
import { memberMayOrder } from './order.rules.ts'
import { tellStaff } from './tell.ts'
import { insertStep } from './timeline.queries.ts'

/**
 * Places an order under the terms that the client saw: the revision must still be the service's. Sending the same
 * placement again answers with the order it made the first time.
 */
export const placeOrder = writeOperation({
  name: 'order.place',
  says: 'Orders a service under the terms that were read; the same placementId twice is one order.',
  purpose: 'orders',
  http: 'POST /orders',
  who: { member: memberMayOrder },
  input: z.strictObject({
    serviceId: z.uuid(),
    revision: z.int().positive(),
    placementId: z.uuid(),
    answers: answersInput,
  }),
  output: z.object({ orderId: z.uuid() }),
  async run({ trx, actor, input, now, tools, concerning }) {
    const { accountId, personId } = actor
    concerning({ accountId, personIds: [personId] })
    const placed = await selectPlaced(trx, accountId, input.placementId)
    if (placed) return { orderId: placed.id }
    const service = await selectService(trx, input.serviceId)
    if (!service || stateOf(service) === 'draft') throw new NotFound('service')
    if (stateOf(service) === 'retired') throw new Conflict('service_retired', m.orders_problem_service_retired())
    if (service.revision !== input.revision) throw new Conflict('service_changed', m.orders_problem_service_changed())
    const answers = checkAnswers(service.asks.fields, input.answers)
    const orderId = await insertOrder(trx, { accountId, personId, placementId: input.placementId, now }, service)
    if (!orderId) return { orderId: (await selectPlaced(trx, accountId, input.placementId))!.id }
    const order = { account_id: accountId, id: orderId }
    await insertAnswers(trx, order, personId, answers)
    await insertChecklist(trx, order, service.asks.access)
    await insertStep(trx, order, { kind: 'ordered', at: now, by: actor })
    const { price_minor: priceMinor, currency } = service
    const seen = { orderId, priceMinor, currency, answers: answers.map(({ value }) => value), now }
    await noteOrder(trx, { accountId, personId }, seen)
    await tellStaff(
      { trx, tools },
      { accountId, orderId, name: { ro: service.name_ro, en: service.name_en } },
      'ordered',
    )
    return { orderId }
  },
})

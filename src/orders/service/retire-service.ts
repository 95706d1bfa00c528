import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Conflict, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { staffMayDefine } from '../order/order.rules.ts'
import { lockService, markRetired } from './service.queries.ts'
import { stateOf } from './service.view.ts'

/** Offers a service no longer. Its orders go on. Retiring a retired one changes nothing. */
export const retireService = writeOperation({
  name: 'service.retire',
  says: 'Offers a service no longer; its orders go on.',
  purpose: 'orders',
  http: 'POST /services/{id}/retire',
  who: { staff: staffMayDefine },
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ state: z.literal('retired') }),
  async run({ trx, actor, input, now }) {
    const held = await lockService(trx, input.id)
    if (!held) throw new NotFound('service')
    const state = stateOf(held)
    if (state === 'draft') throw new Conflict('not_published', m.orders_problem_not_published())
    if (state === 'published') await markRetired(trx, { id: held.id, staffId: actor.staffId, at: now })
    return { state: 'retired' as const }
  },
})

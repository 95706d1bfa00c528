import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { staffMayDefine } from '../order/order.rules.ts'
import { lockService, markPublished } from './service.queries.ts'
import { stateOf } from './service.view.ts'

/** Offers a service to clients, also one that was retired. Publishing a published one changes nothing. */
export const publishService = writeOperation({
  name: 'service.publish',
  says: 'Offers a service to clients.',
  purpose: 'orders',
  http: 'POST /services/{id}/publish',
  who: { staff: staffMayDefine },
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ state: z.literal('published') }),
  async run({ trx, actor, input, now }) {
    const held = await lockService(trx, input.id)
    if (!held) throw new NotFound('service')
    if (stateOf(held) !== 'published') await markPublished(trx, { id: held.id, staffId: actor.staffId, at: now })
    return { state: 'published' as const }
  },
})

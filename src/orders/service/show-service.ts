import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { selectService } from './service.queries.ts'
import { serviceView, stateOf, viewOf } from './service.view.ts'

/** One service, by its id or its address. Only staff see one that is not published. */
export const showService = readOperation({
  name: 'service.show',
  says: 'One service: price, order form, access needed, what is delivered.',
  purpose: 'orders',
  http: 'GET /services/{service}',
  who: { visitor: true },
  input: z.strictObject({ service: z.string().min(1).max(80) }),
  output: serviceView,
  async run({ db, actor, input }) {
    const row = await selectService(db, input.service)
    if (!row || (stateOf(row) !== 'published' && actor.kind !== 'staff')) throw new NotFound('service')
    return viewOf(row)
  },
})

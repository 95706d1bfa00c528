import { z } from 'zod'
import { Refused } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { selectServices } from './service.queries.ts'
import { serviceView, viewOf } from './service.view.ts'

/** The published services for anybody; drafts and retired ones too for staff who ask for all. */
export const listServices = readOperation({
  name: 'service.list',
  says: 'What can be ordered.',
  purpose: 'orders',
  http: 'GET /services',
  who: { visitor: true },
  input: z.strictObject({ which: z.enum(['published', 'all']).default('published') }),
  output: z.object({ services: z.array(serviceView) }),
  async run({ db, actor, input }) {
    if (input.which === 'all' && actor.kind !== 'staff') throw new Refused('role')
    const rows = await selectServices(db, input.which)
    return { services: rows.map(viewOf) }
  },
})

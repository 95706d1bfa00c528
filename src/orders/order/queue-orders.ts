import { z } from 'zod'
import { readOperation } from '../../privacy/operation/operation.ts'
import { orderPath, staffMaySee } from './order.rules.ts'
import { orderLine } from './order.view.ts'
import { countOpen, selectWaiting, toLines } from './order-lines.queries.ts'

const openSteps = orderPath.filter((status) => status !== 'confirmed')

/** Orders that are not over, by where they stand; in each step those that wait longest first. */
export const queueOrders = readOperation({
  name: 'order.queue',
  says: 'Open orders by what must be done next, longest waiting first.',
  purpose: 'orders',
  http: 'GET /order-queue',
  who: { staff: staffMaySee },
  input: z.strictObject({ count: z.coerce.number().int().min(1).max(100).default(25) }),
  output: z.object({
    steps: z.array(z.object({ status: z.enum(openSteps), total: z.int(), orders: z.array(orderLine) })),
  }),
  async run({ db, input }) {
    const totals = await countOpen(db)
    const steps = []
    for (const status of openSteps) {
      const total = totals.get(status) ?? 0
      const rows = total > 0 ? await selectWaiting(db, status, input.count) : []
      steps.push({ status, total, orders: await toLines(db, rows, true) })
    }
    return { steps }
  },
})

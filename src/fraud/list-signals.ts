import { z } from 'zod'
import { readOperation } from '../privacy/operation/operation.ts'
import { openSignals, signalsOf, signalView, viewSignals } from './fraud.view.ts'

const most = 100

/** Signs of fraud: those that wait for somebody, or all of one client or one order. */
export const listFraudSignals = readOperation({
  name: 'fraud.list',
  purpose: 'security',
  http: 'GET /fraud-signals',
  says: 'Signs of fraud with their reasons: those that wait, or all of a client or an order',
  who: { staff: ['owner', 'sales', 'privacy'] },
  input: z.strictObject({ accountId: z.uuid().optional(), orderId: z.uuid().optional() }),
  output: z.object({ signals: z.array(signalView) }),
  async run({ db, input, concerning }) {
    const { accountId, orderId } = input
    const isOne = accountId !== undefined || orderId !== undefined
    const which = { ...(accountId ? { accountId } : {}), ...(orderId ? { orderId } : {}) }
    const rows = isOne ? await signalsOf(db, which) : await openSignals(db, most)
    concerning({ personIds: rows.map((row) => row.person_id) })
    return { signals: await viewSignals(db, rows) }
  },
})

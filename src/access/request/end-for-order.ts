import { sql } from 'kysely'
import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { endDeposit } from '../deposit/end-deposit.ts'

/** A job: the order is over, so what was handed over for it is destroyed and its leases end. Again changes nothing. */
export const endAccessForOrder = writeOperation({
  name: 'secret_request.end_for_order',
  purpose: 'access',
  who: { system: true },
  input: z.strictObject({ accountId: z.uuid(), orderId: z.uuid() }),
  output: z.object({ ended: z.int() }),
  async run({ trx, input, concerning }) {
    const { accountId, orderId } = input
    concerning({ accountId })
    const requests = await trx
      .updateTable('secret_request')
      .set({ withdrawn_at: sql<Date>`coalesce(withdrawn_at, now())` })
      .where('account_id', '=', accountId)
      .where('order_id', '=', orderId)
      .returning('id')
      .execute()
    if (requests.length === 0) return { ended: 0 }
    const items = await trx
      .selectFrom('secret_request_item')
      .select('id')
      .where('account_id', '=', accountId)
      .where(
        'request_id',
        'in',
        requests.map((request) => request.id),
      )
      .execute()
    let ended = 0
    for (const { id } of items) {
      if (await endDeposit(trx, { accountId, itemId: id }, 'withdrawn', null)) ended += 1
    }
    return { ended }
  },
})

import type { Kysely } from 'kysely'
import type { For } from '../privacy/map/types.ts'
import { Invalid } from '../privacy/operation/errors.ts'

/** The order or ticket that access is for must be of the same client. @throws Invalid */
export async function checkWork(
  db: Kysely<For<'access'>>,
  accountId: string,
  work: { readonly orderId?: string | undefined; readonly ticketId?: string | undefined },
): Promise<void> {
  if (work.orderId) {
    const order = await db
      .selectFrom('order')
      .select('id')
      .where('account_id', '=', accountId)
      .where('id', '=', work.orderId)
      .executeTakeFirst()
    if (!order) throw new Invalid({ orderId: 'an order of this client' })
  }
  if (work.ticketId) {
    const ticket = await db
      .selectFrom('ticket')
      .select('id')
      .where('account_id', '=', accountId)
      .where('id', '=', work.ticketId)
      .executeTakeFirst()
    if (!ticket) throw new Invalid({ ticketId: 'a ticket of this client' })
  }
}

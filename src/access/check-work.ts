import type { Kysely } from 'kysely'
import { m } from '../platform/language/words.ts'
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
    if (!order) throw new Invalid({ orderId: m.access_expect_order() })
  }
  if (work.ticketId) {
    const ticket = await db
      .selectFrom('ticket')
      .select('id')
      .where('account_id', '=', accountId)
      .where('id', '=', work.ticketId)
      .executeTakeFirst()
    if (!ticket) throw new Invalid({ ticketId: m.access_expect_ticket() })
  }
}

/** What orders ask of the capability that holds access: a secure request for the list, and its end with the order. */
import { endAccessForOrder, openRequestForOrder } from '../../access/access.facade.ts'
import { m } from '../../platform/language/words.ts'
import type { Enqueue } from '../../privacy/operation/operation.ts'
import type { AccessItem } from '../service/service.terms.ts'
import { linkChecklist } from './checklist.queries.ts'
import type { OrderRow, Trx } from './order.queries.ts'

interface Means {
  readonly trx: Trx
  readonly enqueue: Enqueue
  readonly now: Date
}

/** Asks the client for everything on the order's list, or for a part of it, in the language of the client. */
export async function openAccess(
  means: Means,
  order: OrderRow,
  staffId: string,
  access: readonly AccessItem[] = order.terms.access,
): Promise<void> {
  const { name } = order.terms
  const account = await means.trx
    .selectFrom('account')
    .select('language')
    .where('id', '=', order.account_id)
    .executeTakeFirst()
  const language = account?.language ?? 'ro'
  const { itemIds } = await openRequestForOrder(means, {
    accountId: order.account_id,
    orderId: order.id,
    staffId,
    reason: m.orders_request_reason({ name: name[language] }, { locale: language }),
    items: access.map((item) => ({ kind: item.kind, name: item.label[language], detail: item.why[language] })),
  })
  await linkChecklist(means.trx, order, access, itemIds)
}

/** The work is over or will not be done: what was handed over for it ends, as entrusted access lasts only while work does. */
export async function closeAccess(enqueue: Enqueue, order: OrderRow): Promise<void> {
  if (order.terms.access.length === 0) return
  await enqueue(endAccessForOrder, { accountId: order.account_id, orderId: order.id })
}

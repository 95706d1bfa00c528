/** Letters about an order: sealed and committed with the step that causes them, so that each is sent once. */
import { letterAddress, staffAddresses } from '../../identity/identity.facade.ts'
import type { Tools } from '../../privacy/operation/tools.ts'
import { type ClientNews, clientLetter, type StaffNews, staffLetter } from '../emails/order-letters.ts'
import type { OrderRow, Trx } from './order.queries.ts'
import { staffMayAccept } from './order.rules.ts'

interface Means {
  readonly trx: Trx
  readonly tools: Tools
}

export interface NamedOrder {
  readonly accountId: string
  readonly orderId: string
  readonly name: { readonly ro: string; readonly en: string }
}

export function orderNamed(order: OrderRow): NamedOrder {
  return { accountId: order.account_id, orderId: order.id, name: order.terms.name }
}

/** Writes to the person who placed the order, unless they are gone or have limited the purpose. */
export async function tellClient({ trx, tools }: Means, order: OrderRow, news: ClientNews, reason = ''): Promise<void> {
  const address = await letterAddress(trx, order.account_id, order.placed_by)
  if (!address) return
  const { accountId, personId, to, language } = address
  const url = `${tools.signIn.origin}/desk/orders/${order.id}`
  const words = clientLetter(news, { name: order.terms.name[language], reason, url, language })
  await tools.letters.post(trx, { accountId, personId, to, kind: `order_${news}`, language, words })
}

/** Writes to those of the staff who take orders on. */
export async function tellStaff({ trx, tools }: Means, order: NamedOrder, news: StaffNews): Promise<void> {
  const account = await trx.selectFrom('account').select('name').where('id', '=', order.accountId).executeTakeFirst()
  const url = `${tools.signIn.origin}/staff/orders/${order.orderId}`
  for (const { to, language } of await staffAddresses(trx, staffMayAccept)) {
    const words = staffLetter(news, { name: order.name[language], client: account?.name ?? '', url, language })
    // What speaks of a client lies under the client's account, whoever it goes to, so that it ends with it.
    const { accountId } = order
    await tools.letters.post(trx, { accountId, personId: null, to, kind: `order_${news}`, language, words })
  }
}

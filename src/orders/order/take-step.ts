import { type OrderRow, type OrderSeer, type Trx, updateStatus } from './order.queries.ts'
import { type ItemState, type OrderAct, type OrderStatus, statusAfter } from './order.rules.ts'
import { insertStep } from './timeline.queries.ts'

interface Taking {
  readonly by: OrderSeer
  readonly now: Date
  readonly items: readonly ItemState[]
  readonly words?: string | undefined
}

/**
 * Takes one step of a locked order: the rule decides, then status and timeline change together.
 * @throws Conflict 'order_status', 'access_missing'
 */
export async function takeStep(
  trx: Trx,
  order: OrderRow,
  act: OrderAct,
  { by, now, items, words }: Taking,
): Promise<OrderRow & { status: OrderStatus }> {
  const status = statusAfter(act, order.status, items)
  await updateStatus(trx, order, status, now)
  await insertStep(trx, order, { kind: status, at: now, by, words })
  return { ...order, status, status_at: now }
}

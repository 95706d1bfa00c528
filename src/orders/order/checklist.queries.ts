import { accessChecklistState } from '../../access/access.facade.ts'
import { newId } from '../../platform/database/id.ts'
import type { AccessItem } from '../service/service.terms.ts'
import type { Db, OrderRow, Trx } from './order.queries.ts'
import type { ItemState } from './order.rules.ts'

type Where = Pick<OrderRow, 'account_id' | 'id'>

/** One line of an order's access list, as it stands now. */
export interface ChecklistLine {
  readonly orderId: string
  readonly item: string
  readonly state: ItemState
  /** When the client answered, and who did. */
  readonly at: Date | null
  readonly by: string | null
  /** What it opens, once that is known. */
  readonly targetId: string | null
  /** The secure request that asks for it. */
  readonly requestId: string | null
}

export async function insertChecklist(trx: Trx, order: Where, access: readonly AccessItem[]): Promise<void> {
  if (access.length === 0) return
  const rows = access.map(({ name }, position) => ({
    account_id: order.account_id,
    id: newId(),
    order_id: order.id,
    item: name,
    position,
  }))
  await trx.insertInto('checklist_item').values(rows).execute()
}

/** Ties each line of the list to what was asked for it, in the order of the list. */
export async function linkChecklist(trx: Trx, order: Where, access: readonly AccessItem[], itemIds: readonly string[]) {
  for (const [place, { name }] of access.entries()) {
    await trx
      .updateTable('checklist_item')
      .set({ request_item_id: itemIds[place] ?? null })
      .where('account_id', '=', order.account_id)
      .where('order_id', '=', order.id)
      .where('item', '=', name)
      .execute()
  }
}

/** The access lists of several orders: the state of a line is that of what it asked for, never a copy of it. */
export async function selectChecklists(db: Db, orders: readonly Where[]): Promise<ChecklistLine[]> {
  if (orders.length === 0) return []
  const lines = await db
    .selectFrom('checklist_item')
    .select(['account_id', 'order_id', 'item', 'request_item_id'])
    .where('account_id', 'in', unique(orders.map((order) => order.account_id)))
    .where('order_id', 'in', unique(orders.map((order) => order.id)))
    .orderBy('order_id')
    .orderBy('position')
    .execute()
  const states: Awaited<ReturnType<typeof accessChecklistState>> = new Map()
  for (const accountId of unique(lines.map((line) => line.account_id))) {
    const asked = lines.flatMap((line) => (line.account_id === accountId ? (line.request_item_id ?? []) : []))
    for (const [id, known] of await accessChecklistState(db, accountId, asked)) states.set(id, known)
  }
  return lines.map((line) => {
    const known = line.request_item_id ? states.get(line.request_item_id) : undefined
    return {
      orderId: line.order_id,
      item: line.item,
      state: known?.state ?? 'not_asked',
      at: known?.at ?? null,
      by: known?.by ?? null,
      targetId: known?.targetId ?? null,
      requestId: known?.requestId ?? null,
    }
  })
}

export async function selectStates(db: Db, order: Where): Promise<ItemState[]> {
  return (await selectChecklists(db, [order])).map((line) => line.state)
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}

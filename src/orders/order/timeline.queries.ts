import { newId } from '../../platform/database/id.ts'
import type { Db, OrderRow, OrderSeer, Trx } from './order.queries.ts'
import type { OrderStatus } from './order.rules.ts'

type Where = Pick<OrderRow, 'account_id' | 'id'>

interface Step {
  readonly kind: OrderStatus
  readonly at: Date
  readonly by: OrderSeer
  readonly words?: string | undefined
}

export async function insertStep(trx: Trx, order: Where, { kind, at, by, words }: Step): Promise<void> {
  await trx
    .insertInto('order_event')
    .values({
      account_id: order.account_id,
      id: newId(),
      order_id: order.id,
      kind,
      at,
      by_person: by.kind === 'member' ? by.personId : null,
      by_staff: by.kind === 'staff' ? by.staffId : null,
      words: words ?? null,
    })
    .execute()
}

/** The steps taken, first to last, with the names of who took them (null: the desk itself, or a person no longer shown). */
export function selectSteps(db: Db, order: Where) {
  return db
    .selectFrom('order_event as e')
    .leftJoin('person as p', (join) =>
      join.onRef('p.account_id', '=', 'e.account_id').onRef('p.id', '=', 'e.by_person'),
    )
    .leftJoin('staff as s', 's.id', 'e.by_staff')
    .select(['e.kind', 'e.at', 'e.words', 'e.by_person', 'e.by_staff', 'p.name as person_name', 's.name as staff_name'])
    .where('e.account_id', '=', order.account_id)
    .where('e.order_id', '=', order.id)
    .orderBy('e.at')
    .orderBy('e.id')
    .execute()
}

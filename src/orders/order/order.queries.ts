/** SQL about orders themselves; their timeline, answers and checklist have files of their own. */
import type { Kysely, Selectable } from 'kysely'
import { newId } from '../../platform/database/id.ts'
import type { For, PurposeTrx } from '../../privacy/map/types.ts'
import type { MemberActor, StaffActor, SystemActor } from '../../privacy/operation/actor.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import type { ServiceRow } from '../service/service.view.ts'
import { termsOf } from '../service/service.view.ts'
import type { OrderStatus } from './order.rules.ts'

export type Db = Kysely<For<'orders'>>
export type Trx = PurposeTrx<'orders'>
export type OrderRow = Selectable<For<'orders'>['order']>

/** Who may see an order: a member within the own account, staff and the system everywhere. */
export type OrderSeer = MemberActor | StaffActor | SystemActor

/** @throws NotFound also when it belongs to another account */
export async function selectOrder(db: Db, seer: OrderSeer, id: string): Promise<OrderRow> {
  let query = db.selectFrom('order').selectAll().where('id', '=', id)
  if (seer.kind === 'member') query = query.where('account_id', '=', seer.accountId)
  const order = await query.executeTakeFirst()
  if (!order) throw new NotFound('order')
  return order
}

/**
 * Holds an order still until the transaction ends, so that of two callers the second sees what the first did.
 * The lock is taken on the base table, which a limited person's rows do not leave; what is returned is read through the view.
 * @throws NotFound
 */
export async function lockOrder(trx: Trx, seer: OrderSeer, id: string): Promise<OrderRow> {
  let lock = trx.withSchema('base').selectFrom('order').select('id').where('id', '=', id)
  if (seer.kind === 'member') lock = lock.where('account_id', '=', seer.accountId)
  await lock.forUpdate().execute()
  return selectOrder(trx, seer, id)
}

interface Placement {
  readonly accountId: string
  readonly personId: string
  readonly placementId: string
  readonly now: Date
}

/** Null when this placement was made before. */
export async function insertOrder(trx: Trx, placement: Placement, service: ServiceRow): Promise<string | null> {
  const terms = termsOf(service)
  const made = await trx
    .insertInto('order')
    .values({
      account_id: placement.accountId,
      id: newId(),
      placement_id: placement.placementId,
      service_id: service.id,
      service_revision: service.revision,
      terms,
      price_minor: terms.price.minor,
      currency: terms.price.currency,
      unit: terms.price.unit,
      status: 'ordered',
      status_at: placement.now,
      placed_by: placement.personId,
      created_at: placement.now,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'placement_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made?.id ?? null
}

export function selectPlaced(db: Db, accountId: string, placementId: string) {
  return db
    .selectFrom('order')
    .select(['id', 'service_id'])
    .where('account_id', '=', accountId)
    .where('placement_id', '=', placementId)
    .executeTakeFirst()
}

export async function updateStatus(trx: Trx, order: OrderRow, status: OrderStatus, at: Date): Promise<void> {
  await trx
    .updateTable('order')
    .set({ status, status_at: at })
    .where('account_id', '=', order.account_id)
    .where('id', '=', order.id)
    .execute()
}

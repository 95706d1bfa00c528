/** How an order ended: what was delivered, and what the client thought of it. */
import type { Db, OrderRow } from './order.queries.ts'

type Where = Pick<OrderRow, 'account_id' | 'id'>

export async function selectDelivery(db: Db, order: Where) {
  const row = await db
    .selectFrom('delivery as d')
    .leftJoin('staff as s', 's.id', 'd.delivered_by')
    .select(['d.words', 'd.created_at', 's.name'])
    .where('d.account_id', '=', order.account_id)
    .where('d.order_id', '=', order.id)
    .executeTakeFirst()
  return row ? { words: row.words, at: row.created_at, by: row.name } : null
}

export async function selectFeedback(db: Db, order: Where) {
  const row = await db
    .selectFrom('feedback')
    .select(['rating', 'words', 'created_at'])
    .where('account_id', '=', order.account_id)
    .where('order_id', '=', order.id)
    .executeTakeFirst()
  return row ? { rating: row.rating, words: row.words, at: row.created_at } : null
}

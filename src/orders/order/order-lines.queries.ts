/** Lists of orders: by key, never by page number. */
import type { Selectable } from 'kysely'
import type { For } from '../../privacy/map/types.ts'
import { selectChecklists } from './checklist.queries.ts'
import type { Db } from './order.queries.ts'
import { dutyOf, isOver, type OrderStatus, orderStatuses } from './order.rules.ts'
import type { OrderLine } from './order.view.ts'

const openStatuses = orderStatuses.filter((status) => !isOver(status))
const overStatuses = orderStatuses.filter(isOver)

type Row = Pick<
  Selectable<For<'orders'>['order']>,
  'account_id' | 'id' | 'terms' | 'status' | 'status_at' | 'created_at' | 'price_minor' | 'currency' | 'unit'
>

const columns = [
  'account_id',
  'id',
  'terms',
  'status',
  'status_at',
  'created_at',
  'price_minor',
  'currency',
  'unit',
] as const

export interface Page {
  /** Null: of all clients. */
  readonly accountId: string | null
  readonly which: 'open' | 'over' | 'all'
  /** Older than this order. */
  readonly before: string | undefined
  readonly count: number
}

/** The newest orders first. Ids are in the order of time, so the id alone is the place in the list. */
export function selectPage(db: Db, { accountId, which, before, count }: Page): Promise<Row[]> {
  let query = db.selectFrom('order').select(columns).orderBy('id', 'desc').limit(count)
  if (accountId) query = query.where('account_id', '=', accountId)
  if (which !== 'all') query = query.where('status', 'in', which === 'open' ? openStatuses : overStatuses)
  if (before) query = query.where('id', '<', before)
  return query.execute()
}

/** Those that wait longest in a status first. */
export function selectWaiting(db: Db, status: OrderStatus, count: number): Promise<Row[]> {
  return db
    .selectFrom('order')
    .select(columns)
    .where('status', '=', status)
    .orderBy('status_at')
    .orderBy('id')
    .limit(count)
    .execute()
}

/** How many orders of all clients stand in each status that is not over. */
export async function countOpen(db: Db): Promise<Map<OrderStatus, number>> {
  const rows = await db
    .selectFrom('order')
    .select((eb) => ['status', eb.fn.countAll<string>().as('count')])
    .where('status', 'in', openStatuses)
    .groupBy('status')
    .execute()
  return new Map(rows.map((row) => [row.status, Number(row.count)]))
}

/** Adds to each row whose turn it is, and for staff the client's name. */
export async function toLines(db: Db, rows: readonly Row[], forStaff: boolean): Promise<OrderLine[]> {
  const waiting = rows.filter((row) => row.status === 'accepted' || row.status === 'access_given')
  const lists = await selectChecklists(db, waiting)
  const rated = await ratedOf(db, rows)
  const clients = forStaff ? await clientNames(db, rows) : new Map<string, string>()
  return rows.map((row) => {
    const items = lists.filter((line) => line.orderId === row.id).map((line) => line.state)
    return {
      id: row.id,
      accountId: row.account_id,
      client: clients.get(row.account_id) ?? null,
      name: row.terms.name,
      price: { minor: row.price_minor, currency: row.currency, unit: row.unit },
      status: row.status,
      statusAt: row.status_at,
      placedAt: row.created_at,
      duty: dutyOf(row.status, items, rated.has(row.id)),
    }
  })
}

async function ratedOf(db: Db, rows: readonly Row[]): Promise<Set<string>> {
  const done = rows.filter((row) => row.status === 'confirmed')
  if (done.length === 0) return new Set()
  const found = await db
    .selectFrom('feedback')
    .select('order_id')
    .where('account_id', 'in', [...new Set(done.map((row) => row.account_id))])
    .where(
      'order_id',
      'in',
      done.map((row) => row.id),
    )
    .execute()
  return new Set(found.map((row) => row.order_id))
}

async function clientNames(db: Db, rows: readonly Row[]): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map()
  const accounts = await db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(rows.map((row) => row.account_id))])
    .execute()
  return new Map(accounts.map((account) => [account.id, account.name]))
}

/** All SQL that reads secure requests. */
import { type Kysely, sql } from 'kysely'
import { writtenOnce } from '../../platform/database/written-once.ts'
import type { For } from '../../privacy/map/types.ts'
import { itemState } from '../access.rules.ts'
import type { ItemView, RequestView } from './secret-request.view.ts'

export type AccessDb = Kysely<For<'access'>>

export interface RequestFilter {
  /** Null: of every client. */
  readonly accountId: string | null
  readonly orderId?: string | undefined
  readonly ticketId?: string | undefined
  /** Older than this one. */
  readonly before?: string | undefined
}

/** As many as are shown at a time. */
export const pageSize = 50

/** Requests with their items, newest first, one more than a page. */
export async function listRequests(db: AccessDb, filter: RequestFilter): Promise<RequestView[]> {
  return withItems(db, await page(db, { ...filter, accountId: filter.accountId ?? undefined }))
}

type Wanted = Omit<RequestFilter, 'accountId'> & { readonly accountId: string | undefined }

const page = writtenOnce((db: AccessDb, filter: Wanted) => {
  let query = requests(db)
    .orderBy('r.id', 'desc')
    .limit(pageSize + 1)
  if (filter.accountId) query = query.where('r.account_id', '=', filter.accountId)
  if (filter.orderId) query = query.where('r.order_id', '=', filter.orderId)
  if (filter.ticketId) query = query.where('r.ticket_id', '=', filter.ticketId)
  if (filter.before) query = query.where('r.id', '<', filter.before)
  return query
})

/** One request with its items; undefined when there is none in this account (null: in any). */
export async function findRequest(
  db: AccessDb,
  accountId: string | null,
  id: string,
): Promise<RequestView | undefined> {
  let query = requests(db).where('r.id', '=', id)
  if (accountId) query = query.where('r.account_id', '=', accountId)
  return (await withItems(db, await query.execute()))[0]
}

function requests(db: AccessDb) {
  return db
    .selectFrom('secret_request as r')
    .leftJoin('account as a', 'a.id', 'r.account_id')
    .leftJoin('staff as s', 's.id', 'r.asked_by')
    .select(['r.id', 'r.account_id', 'r.reason', 'r.order_id', 'r.ticket_id', 'r.created_at', 'r.expires_at'])
    .select(['a.name as account_name', 's.name as staff_name'])
    .select(
      sql<'open' | 'expired' | 'withdrawn'>`case when r.withdrawn_at is not null then 'withdrawn'
        when r.expires_at <= now() then 'expired' else 'open' end`.as('state'),
    )
}

type RequestRow = Awaited<ReturnType<ReturnType<typeof requests>['execute']>>[number]

async function withItems(db: AccessDb, rows: readonly RequestRow[]): Promise<RequestView[]> {
  if (rows.length === 0) return []
  const items = await db
    .selectFrom('secret_request_item as i')
    .leftJoin('deposit as d', (join) =>
      join
        .onRef('d.account_id', '=', 'i.account_id')
        .onRef('d.item_id', '=', 'i.id')
        .on('d.ended_at', 'is', null)
        .on('d.expires_at', '>', sql<Date>`now()`),
    )
    .leftJoin('person as p', (join) =>
      join.onRef('p.account_id', '=', 'i.account_id').onRef('p.id', '=', 'i.answered_by'),
    )
    .select(['i.id', 'i.request_id', 'i.kind', 'i.name', 'i.detail', 'i.views', 'i.target_id', 'i.status'])
    .select(['i.answered_at', 'i.refusal', 'p.name as answered_by'])
    .select([
      'd.id as deposit_id',
      'd.version',
      'd.created_at',
      'd.expires_at',
      'd.views as deposit_views',
      'd.views_left',
    ])
    .where('i.account_id', 'in', [...new Set(rows.map((row) => row.account_id))])
    .where(
      'i.request_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('i.position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    accountName: row.account_name,
    reason: row.reason,
    askedBy: row.staff_name,
    orderId: row.order_id,
    ticketId: row.ticket_id,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    state: row.state,
    items: items.filter((item) => item.request_id === row.id).map((item) => viewItem(item, row.state)),
  }))
}

interface ItemRow {
  readonly id: string
  readonly kind: ItemView['kind']
  readonly name: string
  readonly detail: string | null
  readonly views: number
  readonly target_id: string | null
  readonly status: 'asked' | 'given' | 'refused' | 'withdrawn'
  readonly answered_at: Date | null
  readonly answered_by: string | null
  readonly refusal: string | null
  readonly deposit_id: string | null
  readonly version: number | null
  readonly created_at: Date | null
  readonly expires_at: Date | null
  readonly deposit_views: number | null
  readonly views_left: number | null
}

function viewItem(item: ItemRow, request: RequestView['state']): ItemView {
  return {
    id: item.id,
    kind: item.kind,
    name: item.name,
    detail: item.detail,
    views: item.views,
    targetId: item.target_id,
    state: itemState({ status: item.status, live: item.deposit_id !== null, request }),
    answeredAt: item.answered_at,
    answeredBy: item.answered_by,
    refusal: item.refusal,
    deposit:
      item.deposit_id === null
        ? null
        : {
            id: item.deposit_id,
            version: item.version!,
            at: item.created_at!,
            by: item.answered_by,
            expiresAt: item.expires_at!,
            views: item.deposit_views!,
            viewsLeft: item.views_left!,
          },
  }
}

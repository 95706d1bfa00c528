/** All SQL that reads leases and their uses. */
import { type Kysely, sql } from 'kysely'
import { writtenOnce } from '../../platform/database/written-once.ts'
import type { For } from '../../privacy/map/types.ts'
import type { Actor } from '../../privacy/operation/actor.ts'
import { type Approval, mayDecide, mayEnd, usualApproval } from '../access.rules.ts'
import type { LeaseView, leaseStates } from './lease.view.ts'

export type LeaseDb = Kysely<For<'access'>>

export interface LeaseFilter {
  /** Null: of every client. */
  readonly accountId: string | null
  readonly leaseId?: string | undefined
  readonly orderId?: string | undefined
  readonly ticketId?: string | undefined
  readonly askedBy?: string | undefined
  /** Only what waits for a decision or can be used now. */
  readonly live?: boolean | undefined
  readonly before?: string | undefined
}

/** As many as are shown at a time. */
export const pageSize = 50

/** Leases with their uses, newest first, one more than a page, as this actor sees them. */
export async function listLeases(db: LeaseDb, actor: Actor, filter: LeaseFilter): Promise<LeaseView[]> {
  const { accountId, live, ...rest } = filter
  const rows = await page(db, { ...rest, accountId: accountId ?? undefined, live: live || undefined })
  if (rows.length === 0) return []
  const accountIds = [...new Set(rows.map((row) => row.account_id))]
  const reveals = await revealsOf(db, { accountIds, leaseIds: rows.map((row) => row.id) })
  return rows.map((row) => viewLease(row, reveals, actor))
}

type Wanted = Omit<LeaseFilter, 'accountId'> & { readonly accountId: string | undefined }

const page = writtenOnce((db: LeaseDb, filter: Wanted) => {
  let query = leases(db)
    .orderBy('l.id', 'desc')
    .limit(pageSize + 1)
  if (filter.accountId) query = query.where('l.account_id', '=', filter.accountId)
  if (filter.leaseId) query = query.where('l.id', '=', filter.leaseId)
  if (filter.orderId) query = query.where('l.order_id', '=', filter.orderId)
  if (filter.ticketId) query = query.where('l.ticket_id', '=', filter.ticketId)
  if (filter.askedBy) query = query.where('l.asked_by', '=', filter.askedBy)
  if (filter.before) query = query.where('l.id', '<', filter.before)
  if (filter.live) {
    query = query.where((where) =>
      where.or([
        where('l.status', '=', 'asked'),
        where.and([where('l.status', '=', 'approved'), where('l.expires_at', '>', sql<Date>`now()`)]),
      ]),
    )
  }
  return query
})

const revealsOf = writtenOnce((db: LeaseDb, { accountIds, leaseIds }: { accountIds: string[]; leaseIds: string[] }) =>
  db
    .selectFrom('reveal')
    .select(['id', 'lease_id', 'at'])
    .where(sql<boolean>`account_id = any (${accountIds}::uuid[])`)
    .where(sql<boolean>`lease_id = any (${leaseIds}::uuid[])`)
    .orderBy('id', 'desc'),
)

function leases(db: LeaseDb) {
  return db
    .selectFrom('lease as l')
    .innerJoin('target as t', (join) =>
      join.onRef('t.account_id', '=', 'l.account_id').onRef('t.id', '=', 'l.target_id'),
    )
    .innerJoin('staff as s', 's.id', 'l.asked_by')
    .leftJoin('account as a', 'a.id', 'l.account_id')
    .leftJoin('access_rule as u', 'u.account_id', 'l.account_id')
    .leftJoin('staff as ds', 'ds.id', 'l.decided_by_staff')
    .leftJoin('staff as es', 'es.id', 'l.ended_by_staff')
    .leftJoin('person as dp', (join) =>
      join.onRef('dp.account_id', '=', 'l.account_id').onRef('dp.id', '=', 'l.decided_by'),
    )
    .leftJoin('person as ep', (join) =>
      join.onRef('ep.account_id', '=', 'l.account_id').onRef('ep.id', '=', 'l.ended_by'),
    )
    .select([
      'l.id',
      'l.account_id',
      'l.target_id',
      'l.deposit_id',
      'l.asked_by',
      'l.reason',
      'l.order_id',
      'l.ticket_id',
    ])
    .select([
      'l.minutes',
      'l.uses',
      'l.uses_left',
      'l.created_at',
      'l.decided_at',
      'l.expires_at',
      'l.ended_at',
      'l.ending',
    ])
    .select(['t.kind', 't.name as target_name', 's.name as holder_name', 'a.name as account_name', 'u.approval'])
    .select([
      'ds.name as decided_by_staff',
      'dp.name as decided_by',
      'es.name as ended_by_staff',
      'ep.name as ended_by',
    ])
    .select(
      sql<(typeof leaseStates)[number]>`case when l.status <> 'approved' then l.status
        when l.expires_at <= now() then 'expired' when l.uses_left = 0 then 'used_up' else 'approved' end`.as('state'),
    )
}

type LeaseRow = Awaited<ReturnType<ReturnType<typeof leases>['execute']>>[number]

function viewLease(
  row: LeaseRow,
  reveals: readonly { readonly id: string; readonly lease_id: string; readonly at: Date }[],
  actor: Actor,
): LeaseView {
  const over = row.state !== 'asked' && row.state !== 'approved'
  const holder = actor.kind === 'staff' && actor.staffId === row.asked_by
  return {
    id: row.id,
    accountId: row.account_id,
    accountName: row.account_name,
    target: { id: row.target_id, kind: row.kind, name: row.target_name },
    depositId: row.deposit_id,
    askedBy: { id: row.asked_by, name: row.holder_name },
    reason: row.reason,
    orderId: row.order_id,
    ticketId: row.ticket_id,
    minutes: row.minutes,
    uses: row.uses,
    usesLeft: row.uses_left,
    state: row.state,
    createdAt: row.created_at,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by_staff ?? row.decided_by,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
    endedBy: row.ended_by_staff ?? row.ended_by,
    ending: row.ending,
    reveals: reveals.filter((reveal) => reveal.lease_id === row.id).map(({ id, at }) => ({ id, at })),
    may: {
      decide: row.state === 'asked' && mayDecide(actor, row.asked_by, row.approval ?? usualApproval),
      end: (!over || row.state === 'used_up') && mayEnd(actor, row.asked_by),
      reveal: row.state === 'approved' && holder,
    },
  }
}

/** The account's rule on who approves. */
export async function approvalOf(db: LeaseDb, accountId: string): Promise<Approval> {
  const rule = await db
    .selectFrom('access_rule')
    .select('approval')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return rule?.approval ?? usualApproval
}

/** What other capabilities may know and do of access, each under its own purpose. */
import { type Kysely, sql } from 'kysely'
import type { For, PurposeTrx } from '../privacy/map/types.ts'
import type { Enqueue } from '../privacy/operation/operation.ts'
import { type ItemState, itemState, usualDays } from './access.rules.ts'
import type { AskedItem } from './access.shapes.ts'
import { tellAsked } from './emails/tell-asked.ts'
import { endLeases } from './lease/end-leases.ts'
import { insertRequest } from './request/insert-request.ts'
import type { DepositKind } from './sealed/deposit-kinds.ts'

export type { ItemState } from './access.rules.ts'
export type { AskedItem } from './access.shapes.ts'
/** A job for when an order is over: what was handed over for it is destroyed. */
export { endAccessForOrder } from './request/end-for-order.ts'

interface AskingForOrder {
  readonly trx: PurposeTrx<'orders'>
  readonly enqueue: Enqueue
  readonly now: Date
}

/** Asks for the access that an order needs, in one request. Answers the ids of its items, in the order given. */
export async function openRequestForOrder(
  { trx, enqueue, now }: AskingForOrder,
  request: {
    readonly accountId: string
    readonly orderId: string
    /** Who accepted the order. */
    readonly staffId: string
    readonly reason: string
    readonly items: readonly AskedItem[]
    readonly days?: number
  },
): Promise<{ requestId: string; itemIds: string[] }> {
  const opened = await insertRequest(trx, {
    accountId: request.accountId,
    orderId: request.orderId,
    askedBy: request.staffId,
    reason: request.reason,
    items: request.items,
    expiresAt: new Date(now.getTime() + (request.days ?? usualDays) * 86_400_000),
  })
  await enqueue(tellAsked, { accountId: request.accountId, requestId: opened.requestId })
  return opened
}

export interface AskedState {
  readonly state: ItemState
  readonly requestId: string
  /** When the client answered, and who did; null when not answered, or when that person is no longer shown. */
  readonly at: Date | null
  readonly by: string | null
  /** What it opens, once that is known. */
  readonly targetId: string | null
}

/** What became of each thing asked for, by the database's clock. Ids that are no items of the account are left out. */
export async function accessChecklistState(
  db: Kysely<For<'orders'>>,
  accountId: string,
  itemIds: readonly string[],
): Promise<Map<string, AskedState>> {
  if (itemIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('secret_request_item as i')
    .innerJoin('secret_request as r', (join) =>
      join.onRef('r.account_id', '=', 'i.account_id').onRef('r.id', '=', 'i.request_id'),
    )
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
    .select([
      'i.id',
      'i.request_id',
      'i.status',
      'd.id as deposit_id',
      'i.answered_at',
      'i.target_id',
      'p.name as answered_by',
    ])
    .select(
      sql<'open' | 'expired' | 'withdrawn'>`case when r.withdrawn_at is not null then 'withdrawn'
        when r.expires_at <= now() then 'expired' else 'open' end`.as('request'),
    )
    .where('i.account_id', '=', accountId)
    .where('i.id', 'in', [...itemIds])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        state: itemState({ status: row.status, live: row.deposit_id !== null, request: row.request }),
        requestId: row.request_id,
        at: row.answered_at,
        by: row.answered_by,
        targetId: row.target_id,
      },
    ]),
  )
}

/** A lease as it stands beside a ticket. */
export interface LeaseBeside {
  readonly id: string
  readonly targetName: string
  readonly kind: DepositKind
  readonly holder: string
  readonly holderId: string
  readonly state: 'asked' | 'approved' | 'used_up' | 'expired' | 'denied' | 'ended'
  readonly expiresAt: Date | null
  readonly minutes: number
  /** How often the secret was shown under it. */
  readonly shown: number
}

/** The leases asked for a ticket, newest first. */
export async function leasesBesideTicket(
  db: Kysely<For<'support'>>,
  accountId: string,
  ticketId: string,
): Promise<LeaseBeside[]> {
  const rows = await db
    .selectFrom('lease as l')
    .innerJoin('target as t', (join) =>
      join.onRef('t.account_id', '=', 'l.account_id').onRef('t.id', '=', 'l.target_id'),
    )
    .innerJoin('staff as s', 's.id', 'l.asked_by')
    .select([
      'l.id',
      't.name',
      't.kind',
      's.name as holder',
      'l.asked_by',
      'l.expires_at',
      'l.minutes',
      'l.uses',
      'l.uses_left',
    ])
    .select(
      sql<LeaseBeside['state']>`case when l.status <> 'approved' then l.status
        when l.expires_at <= now() then 'expired' when l.uses_left = 0 then 'used_up' else 'approved' end`.as('state'),
    )
    .where('l.account_id', '=', accountId)
    .where('l.ticket_id', '=', ticketId)
    .orderBy('l.id', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    targetName: row.name,
    kind: row.kind,
    holder: row.holder,
    holderId: row.asked_by,
    state: row.state,
    expiresAt: row.expires_at,
    minutes: row.minutes,
    shown: row.uses - row.uses_left,
  }))
}

/** The secrets that an account has handed over and that still exist. Names and times, nothing of what they are. */
export async function secretsHeld(db: Kysely<For<'rights'>>, accountId: string) {
  const rows = await db
    .selectFrom('deposit as d')
    .innerJoin('target as t', (join) =>
      join.onRef('t.account_id', '=', 'd.account_id').onRef('t.id', '=', 'd.target_id'),
    )
    .select(['d.id', 'd.kind', 't.name', 'd.created_at', 'd.expires_at', 'd.deposited_by'])
    .where('d.account_id', '=', accountId)
    .where('d.ended_at', 'is', null)
    .orderBy('d.id')
    .execute()
  return rows.map((row) => ({
    depositId: row.id,
    kind: row.kind,
    targetName: row.name,
    at: row.created_at,
    expiresAt: row.expires_at,
    personId: row.deposited_by,
  }))
}

/** Destroys the ciphertext of everything an account handed over and ends all its leases. Answers how many secrets. */
export async function destroySecretsOf(trx: PurposeTrx<'rights'>, accountId: string): Promise<number> {
  const ended = await trx
    .updateTable('deposit')
    .set({ sealed: null, ended_at: sql<Date>`now()`, ending: 'erased' })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  await endLeases(trx, accountId, 'all', 'erased')
  await trx
    .updateTable('secret_request')
    .set({ withdrawn_at: sql<Date>`now()` })
    .where('account_id', '=', accountId)
    .where('withdrawn_at', 'is', null)
    .execute()
  return Number(ended.numUpdatedRows)
}

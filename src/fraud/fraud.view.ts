import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { accountNames, staffNames } from '../identity/identity.facade.ts'
import type { For } from '../privacy/map/types.ts'
import { signalKinds, waits } from './fraud.rules.ts'
import { signWords } from './sign-words.ts'

type Db = Kysely<For<'security'>>

export const signalView = z.object({
  id: z.string(),
  accountId: z.string(),
  /** Null when the account was ended since. */
  accountName: z.string().nullable(),
  orderId: z.string().nullable(),
  /** The order can be opened: false while its person is restricted, and orders are kept and not used. */
  orderOpens: z.boolean(),
  kind: z.enum(signalKinds),
  /** What was seen, in words. */
  says: z.object({ ro: z.string(), en: z.string() }),
  raisedAt: z.date(),
  waits: z.boolean(),
  decision: z.enum(['cleared', 'confirmed']).nullable(),
  reason: z.string().nullable(),
  decidedAt: z.date().nullable(),
  decidedBy: z.string().nullable(),
  contestedAt: z.date().nullable(),
  contestedWords: z.string().nullable(),
})
export type SignalView = z.output<typeof signalView>

export const columns = [
  'id',
  'account_id',
  'person_id',
  'order_id',
  'kind',
  'detail',
  'raised_at',
  'decision',
  'reason',
  'decided_at',
  'decided_by',
  'contested_at',
  'contested_words',
] as const

/** Whether orders of the person may be used now. */
const orderOpens = sql<boolean>`not base.is_limited(account_id, person_id, 'orders')`.as('order_opens')

type Row = Awaited<ReturnType<typeof openSignals>>[number]

/** Those that wait for somebody, the oldest first. */
export async function openSignals(db: Db, most: number) {
  return await db
    .selectFrom('fraud_signal')
    .select(columns)
    .select(orderOpens)
    .where(sql<boolean>`(decision is null or (contested_at is not null and contested_at > decided_at))`)
    .orderBy('raised_at')
    .orderBy('id')
    .limit(most)
    .execute()
}

export async function signalsOf(db: Db, which: { readonly accountId?: string; readonly orderId?: string }) {
  return await db
    .selectFrom('fraud_signal')
    .select(columns)
    .select(orderOpens)
    .$if(which.accountId !== undefined, (query) => query.where('account_id', '=', which.accountId ?? ''))
    .$if(which.orderId !== undefined, (query) => query.where('order_id', '=', which.orderId ?? ''))
    .orderBy('raised_at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}

export async function viewSignals(db: Db, rows: readonly Row[]): Promise<SignalView[]> {
  const deciders = rows.flatMap((row) => row.decided_by ?? [])
  const ofAccounts = rows.map((row) => row.account_id)
  const [names, accounts] = await Promise.all([staffNames(db, deciders), accountNames(db, ofAccounts)])
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    accountName: accounts.get(row.account_id) ?? null,
    orderId: row.order_id,
    orderOpens: row.order_id !== null && row.order_opens,
    kind: row.kind,
    says: signWords(row.kind, row.detail),
    raisedAt: row.raised_at,
    waits: waits(row),
    decision: row.decision,
    reason: row.reason,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by ? (names.get(row.decided_by) ?? null) : null,
    contestedAt: row.contested_at,
    contestedWords: row.contested_words,
  }))
}

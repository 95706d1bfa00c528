import type { Insertable, Kysely } from 'kysely'
import type { For, PurposeTrx } from '../../privacy/map/types.ts'
import type { ErasureRow } from './receipt.ts'

type Rights = Kysely<For<'rights'>>
type Trx = PurposeTrx<'rights'>

export type FullErasureRow = ErasureRow & {
  readonly account_id: string
  readonly persons: string[]
  readonly case_id: string | null
}

const facts = ['account_id', 'id', 'person_id', 'persons', 'counts', 'kept', 'secrets', 'at', 'finished_at'] as const
const columns = [...facts, 'case_id'] as const

export async function findErasure(db: Rights, accountId: string, id: string): Promise<FullErasureRow | undefined> {
  return await db
    .selectFrom('erasure_entry')
    .select(columns)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Adds an entry to the ledger, and answers it as it stands. */
export async function addErasure(trx: Trx, entry: Insertable<For<'rights'>['erasure_entry']>): Promise<FullErasureRow> {
  return await trx.insertInto('erasure_entry').values(entry).returning(columns).executeTakeFirstOrThrow()
}

export async function findErasureByReceipt(db: Rights, hash: string): Promise<FullErasureRow | undefined> {
  return await db.selectFrom('erasure_entry').select(columns).where('receipt_hash', '=', hash).executeTakeFirst()
}

export async function markFinished(trx: Trx, row: Pick<FullErasureRow, 'account_id' | 'id'>, now: Date): Promise<void> {
  await trx
    .updateTable('erasure_entry')
    .set({ finished_at: now })
    .where('account_id', '=', row.account_id)
    .where('id', '=', row.id)
    .where('finished_at', 'is', null)
    .execute()
}

export async function noticesOf(db: Rights, accountId: string, erasureId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('erasure_notice')
    .select('id')
    .where('account_id', '=', accountId)
    .where('erasure_id', '=', erasureId)
    .execute()
  return rows.map((row) => row.id)
}

export async function removeNotices(
  trx: Trx,
  accountId: string,
  erasureId: string,
  id: string | null,
): Promise<number> {
  const gone = await trx
    .deleteFrom('erasure_notice')
    .where('account_id', '=', accountId)
    .where('erasure_id', '=', erasureId)
    .$if(id !== null, (query) => query.where('id', '=', id ?? ''))
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

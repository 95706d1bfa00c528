import { type QueryExecutorProvider, sql } from 'kysely'
import type { PurposeTrx } from '../map/types.ts'

export async function insertHold(
  trx: PurposeTrx<'legal'>,
  hold: { accountId: string; id: string; personId: string | null; reason: string; staffId: string },
): Promise<void> {
  await trx
    .insertInto('legal_hold')
    .values({
      account_id: hold.accountId,
      id: hold.id,
      person_id: hold.personId,
      reason: hold.reason,
      set_by: hold.staffId,
    })
    .execute()
}

/** Whether it was there and open. */
export async function releaseHold(
  trx: PurposeTrx<'legal'>,
  accountId: string,
  id: string,
  staffId: string,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('legal_hold')
    .set({ released_at: sql<Date>`clock_timestamp()`, released_by: staffId })
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .where('released_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whether a claim or an authority keeps the data of this account, or of this person of it, from being erased. */
export async function isHeldByLaw(
  db: QueryExecutorProvider,
  accountId: string,
  personId: string | null,
): Promise<boolean> {
  const { rows } = await sql`select from legal_hold h where h.account_id = ${accountId}::uuid and h.released_at is null
    and (h.person_id is null or ${personId}::uuid is null or h.person_id = ${personId}::uuid) limit 1`.execute(db)
  return rows.length > 0
}

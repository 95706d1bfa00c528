import { type QueryExecutorProvider, sql } from 'kysely'

/**
 * Accounts of those who wrote without registering and have been silent since `cutoff`, longest first; of one account
 * when it is named. Nobody who is restricted, has an open request or is held for a claim is among them.
 */
export async function dueProspects(
  db: QueryExecutorProvider,
  cutoff: Date,
  most: number,
  accountId: string | null = null,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with held as materialized (select account_id from base.held_people())
    select a.id from account a
    where a.kind = 'prospect' and a.erased_at is null and a.created_at < ${cutoff}::timestamptz
      and (${accountId}::uuid is null or a.id = ${accountId}::uuid)
      and not exists (select from ticket t where t.account_id = a.id and t.last_activity_at >= ${cutoff}::timestamptz)
      and not exists (select from held h where h.account_id = a.id)
    order by a.created_at limit ${most}`.execute(db)
  return rows.map((row) => row.id)
}

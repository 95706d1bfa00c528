import { type QueryExecutorProvider, sql } from 'kysely'

interface Objector {
  readonly accountId: string
  readonly personId: string
}

/**
 * Whether a person's objection stands without this request: since it was last lifted they objected more often than requests
 * of theirs did it for them, or another of these requests is open or was granted.
 */
export async function objectedApart(
  db: QueryExecutorProvider,
  { accountId, personId }: Objector,
  request: { readonly id: string; readonly purpose: string },
): Promise<boolean> {
  const { rows } = await sql<{ apart: boolean }>`
    with entry as (select number, kind, at from limit_entry
        where account_id = ${accountId} and person_id = ${personId} and purpose = ${request.purpose}
          and kind in ('objected', 'lifted')),
      lifted as (select coalesce(max(number), 0) as number, coalesce(max(at), '-infinity') as at from entry where kind = 'lifted'),
      asked as (select c.id, c.status, c.outcome from rights_case_person p
        join rights_case c on c.account_id = p.case_account_id and c.id = p.case_id
        join rights_step s on s.account_id = c.account_id and s.case_id = c.id and s.kind = 'applied'
        where p.account_id = ${accountId} and p.person_id = ${personId} and c.kind = 'objection'
          and c.purpose = ${request.purpose} and s.at >= (select at from lifted))
    select (select count(*) from entry where kind = 'objected' and number > (select number from lifted))
        > (select count(*) from asked)
      or exists (select from asked where id <> ${request.id} and (status = 'open' or outcome in ('done', 'partly'))) as apart`.execute(
    db,
  )
  return rows[0]?.apart ?? false
}

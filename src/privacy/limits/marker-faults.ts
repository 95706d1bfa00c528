/** Proves every row's marker of every table about people against the ledger of limits. */
import type { Pool, PoolClient } from 'pg'
import { quote } from '../compiler/quote.ts'
import type { AnyDataMap } from '../map/data-map.ts'

export interface MarkerFault {
  readonly table: string
  readonly accountId: string
  readonly personId: string
  readonly rows: number
  readonly marker: number
  readonly wanted: number
}

/**
 * Rows whose marker is not what the ledger gives, by table and person; empty when all is well. Persons without an entry
 * share one marker, so only those with one, and those held for a client, cost a derivation. A row about one of the staff, or
 * about nobody, has none. Whoever was erased was held for a client or not, and nobody knows any more: more than the
 * ledger gives is no fault of theirs.
 * @param owner connections of the owner: a purpose's views leave out the very rows in question
 */
export async function markerFaults(owner: Pool | PoolClient, maps: readonly AnyDataMap[]): Promise<MarkerFault[]> {
  const faults: MarkerFault[] = []
  for (const { table, rule } of maps) {
    if (rule.about === null) continue
    const about = quote(rule.about)
    const { rows } = await owner.query<Omit<MarkerFault, 'table'>>(
      `with limited as materialized (
         select l.account_id, l.person_id, base.marker_of(l.account_id, l.person_id) as wanted
         from (select account_id, person_id from base.limit_entry union
           select p.account_id, p.id from base.person p where p.login_id is null and base.held_for_client(p.account_id, p.id)) l),
       unlimited as materialized (select base.marker_of(null, null) as wanted),
       found as (select t.account_id, t.${about} as person_id, t.marker, count(*)::integer as rows
         from base.${quote(table)} t group by 1, 2, 3)
       select f.account_id as "accountId", f.person_id as "personId", f.rows, f.marker, w.wanted
       from found f cross join unlimited u left join limited l using (account_id, person_id)
         left join base.person p on p.account_id = f.account_id and p.id = f.person_id
         cross join lateral (select case when p.id is null then 0 else coalesce(l.wanted, u.wanted) end as wanted) w
       where f.marker <> w.wanted and not (p.erased_at is not null and f.marker & w.wanted = w.wanted) order by 1, 2`,
    )
    faults.push(...rows.map((row) => ({ table, ...row })))
  }
  return faults
}

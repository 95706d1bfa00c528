import type { Pool } from 'pg'
import { residueOf } from '../compiler/erase.ts'
import { quote } from '../compiler/quote.ts'
import type { AnyDataMap } from '../map/data-map.ts'

/** Rows that an erasure of this scope should have deleted or emptied and did not, by the data maps. */
export async function rowsLeft(
  reader: Pool,
  maps: readonly AnyDataMap[],
  scope: 'account' | 'person',
): Promise<number> {
  const ofScope = scope === 'account' ? 'e.person_id is null' : 'e.person_id is not null'
  let left = 0
  for (const map of maps) {
    const residue = residueOf(map, scope)
    if (residue === null) continue
    const { rows } = await reader.query<{ n: number }>(
      `select count(*)::int as n from base.${quote(map.table)} t where exists (select from base.erasure_entry e
         cross join lateral (select e.account_id as account, e.person_id as person) s where ${ofScope} and ${residue})`,
    )
    left += rows[0]?.n ?? 0
  }
  return left
}

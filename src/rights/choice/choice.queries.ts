import type { Kysely } from 'kysely'
import { type LimitRow, limitsNow } from '../../privacy/limits/limits-now.ts'
import type { For } from '../../privacy/map/types.ts'

/** What limits a person now, read from the ledger. */
export async function ownLimits(db: Kysely<For<'self'>>, accountId: string, personId: string, now: Date) {
  const rows: LimitRow[] = await db
    .selectFrom('limit_entry')
    .select(['kind', 'purpose', 'at', 'text_hash'])
    .where('account_id', '=', accountId)
    .where('person_id', '=', personId)
    .orderBy('number')
    .execute()
  return limitsNow(rows, now)
}

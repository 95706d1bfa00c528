import { type Kysely, sql } from 'kysely'
import type { For } from '../../privacy/map/types.ts'
import type { leaseEndings } from './lease.data.ts'

/** Ends every lease that waits or runs on a deposit or a target; what it gave a right to is over at once. */
export async function endLeases<P extends 'access' | 'rights'>(
  trx: Kysely<For<P>>,
  accountId: string,
  of: { readonly depositId: string } | { readonly targetId: string } | 'all',
  ending: (typeof leaseEndings)[number],
): Promise<void> {
  // Both purposes may do this; to the compiler their handles are strangers.
  let query = (trx as unknown as Kysely<For<'access'>>)
    .updateTable('lease')
    .set({ status: 'ended', ending, ended_at: sql<Date>`now()` })
    .where('account_id', '=', accountId)
    .where('status', 'in', ['asked', 'approved'])
  if (of !== 'all') {
    query =
      'depositId' in of ? query.where('deposit_id', '=', of.depositId) : query.where('target_id', '=', of.targetId)
  }
  await query.execute()
}

import { type Kysely, sql } from 'kysely'
import type { For } from '../../privacy/map/types.ts'
import { endLeases } from '../lease/end-leases.ts'

const leaseEnding = { withdrawn: 'deposit_withdrawn', replaced: 'deposit_replaced' } as const

/**
 * Ends the live deposit of an item: its ciphertext is destroyed and its leases end. Answers whether there was one.
 * The deposit first, then its leases, as the broker takes them.
 */
export async function endDeposit(
  trx: Kysely<For<'access'>>,
  item: { readonly accountId: string; readonly itemId: string },
  ending: keyof typeof leaseEnding,
  personId: string | null,
): Promise<boolean> {
  const ended = await trx
    .updateTable('deposit')
    .set({ sealed: null, ended_at: sql<Date>`now()`, ended_by: personId, ending })
    .where('account_id', '=', item.accountId)
    .where('item_id', '=', item.itemId)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (ended) await endLeases(trx, item.accountId, { depositId: ended.id }, leaseEnding[ending])
  return ended !== undefined
}

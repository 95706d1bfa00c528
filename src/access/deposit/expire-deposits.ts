import { sql } from 'kysely'
import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { endLeases } from '../lease/end-leases.ts'

/**
 * A job: destroys the ciphertext of every deposit that has run out. Until it comes the deposit is dead already, as
 * everything asks the database's clock; this takes away what is left of it.
 */
export const expireDeposits = writeOperation({
  name: 'deposit.expire',
  purpose: 'access',
  who: { system: true },
  input: z.strictObject({}),
  output: z.object({ ended: z.number() }),
  async run({ trx }) {
    const ended = await trx
      .updateTable('deposit')
      .set({ sealed: null, ended_at: sql<Date>`now()`, ending: 'expired' })
      .where('ended_at', 'is', null)
      .where('expires_at', '<=', sql<Date>`now()`)
      .returning(['account_id', 'id'])
      .execute()
    for (const { account_id, id } of ended) await endLeases(trx, account_id, { depositId: id }, 'deposit_expired')
    return { ended: ended.length }
  },
})

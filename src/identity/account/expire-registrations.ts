import { sql } from 'kysely'
import { z } from 'zod'
import { eraseRows } from '../../privacy/erasure/erase.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'

const mostAtOnce = 100

/**
 * A job, daily: what was typed to open an account that nobody confirmed is erased once its link has run out, as the
 * letter says. Accounts in which anybody ever joined are never touched.
 */
export const expireRegistrations = writeOperation({
  name: 'registration.expire',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({}),
  output: z.object({ erased: z.number() }),
  async run({ trx, tools, concerning }) {
    const found = await trx
      .selectFrom('account as a')
      .select('a.id')
      .where('a.kind', '=', 'prospect')
      .where('a.erased_at', 'is', null)
      .where((eb) =>
        eb.exists(eb.selectFrom('member as m').select('m.person_id').whereRef('m.account_id', '=', 'a.id')),
      )
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('member as m')
              .select('m.person_id')
              .whereRef('m.account_id', '=', 'a.id')
              .where('m.joined_at', 'is not', null),
          ),
        ),
      )
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('invitation as i')
              .select('i.id')
              .whereRef('i.account_id', '=', 'a.id')
              .where('i.expires_at', '>', sql<Date>`now()`)
              .where('i.withdrawn_at', 'is', null),
          ),
        ),
      )
      .orderBy('a.id')
      .limit(mostAtOnce)
      .execute()
    for (const { id } of found) {
      concerning({ accountId: id })
      await eraseRows(trx, tools.maps, { accountId: id, personId: null })
      await trx.updateTable('account').set({ erased_at: sql<Date>`now()` }).where('id', '=', id).execute()
    }
    return { erased: found.length }
  },
})

import { sql } from 'kysely'
import { z } from 'zod'
import { eraseRows } from '../../privacy/erasure/erase.ts'
import type { PurposeTrx } from '../../privacy/map/types.ts'
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
    const still = await neverJoined(
      trx,
      found.map(({ id }) => id),
    )
    for (const id of still) {
      concerning({ accountId: id })
      await eraseRows(trx, tools.maps, { accountId: id, personId: null })
      await trx.updateTable('account').set({ erased_at: sql<Date>`now()` }).where('id', '=', id).execute()
    }
    return { erased: still.length }
  },
})

/** Whoever joins at this very moment comes first or finds nothing: the people are locked, and looked at again. */
async function neverJoined(trx: PurposeTrx<'rights'>, accountIds: readonly string[]): Promise<string[]> {
  if (accountIds.length === 0) return []
  const ids = sql`${[...accountIds]}::uuid[]`
  await sql`select id from base.person where account_id = any (${ids}) order by account_id, id for update`.execute(trx)
  const { rows } = await sql<{ id: string }>`select a.id from base.account a
    where a.id = any (${ids}) and a.kind = 'prospect' and a.erased_at is null
    order by a.id for update`.execute(trx)
  return rows.map(({ id }) => id)
}

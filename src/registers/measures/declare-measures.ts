import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '../../platform/database/id.ts'
import { civilDayOf } from '../../privacy/clock/civil-day.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { promised, promisedPlace } from './promised.ts'

/**
 * A job at each start: enters what the policy promises and the register does not have, or no longer. Nobody has looked at it
 * yet, and it says so.
 */
export const declareMeasures = writeOperation({
  name: 'measure.declare',
  purpose: 'legal',
  who: { system: true },
  input: z.strictObject({}),
  output: z.object({ declared: z.int() }),
  async run({ trx, now }) {
    await sql`select pg_advisory_xact_lock(hashtext('zavor declared measures'))`.execute(trx)
    const provider = await trx.selectFrom('provider').select('language').executeTakeFirst()
    if (!provider) return { declared: 0 }
    const rows = await trx.selectFrom('measure').select('promised').where('ended_at', 'is', null).execute()
    const missing = promised.filter(({ name }) => !rows.some((row) => row.promised === name))
    const to = { locale: provider.language }
    for (const { name, what, months } of missing) {
      await trx
        .insertInto('measure')
        .values({
          id: newId(),
          what: what({}, to),
          place: promisedPlace({}, to),
          every_months: months,
          next_check_on: civilDayOf(now),
          promised: name,
        })
        .execute()
    }
    return { declared: missing.length }
  },
})

import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '../../platform/database/id.ts'
import { civilDayOf } from '../../privacy/clock/civil-day.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { promised, promisedPlace } from './promised.ts'

/**
 * A job at each start: while the register was never written in, enters what the policy promises. Nobody has looked at it
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
    const known = await trx.selectFrom('measure').select('id').limit(1).executeTakeFirst()
    if (!provider || known) return { declared: 0 }
    const to = { locale: provider.language }
    for (const { what, months } of promised) {
      await trx
        .insertInto('measure')
        .values({
          id: newId(),
          what: what({}, to),
          place: promisedPlace({}, to),
          every_months: months,
          next_check_on: civilDayOf(now),
        })
        .execute()
    }
    return { declared: promised.length }
  },
})

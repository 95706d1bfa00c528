import { sql } from 'kysely'
import { z } from 'zod'
import { civilDayOf } from '../../privacy/clock/civil-day.ts'
import { readOperation } from '../../privacy/operation/operation.ts'

/** How many requests about data are past their deadline (P38). No secret among the staff: every one of them sees it. */
export const countOverdue = readOperation({
  name: 'request.overdue',
  purpose: 'rights',
  http: 'GET /rights/overdue',
  says: 'How many requests about data are past their deadline',
  who: { staff: 'any' },
  counts: true,
  input: z.strictObject({}),
  output: z.object({ overdue: z.int() }),
  async run({ db, now }) {
    const counted = await db
      .selectFrom('rights_case')
      .select(sql<number>`count(*)::int`.as('overdue'))
      .where('status', '=', 'open')
      .where('due_on', '<', sql<string>`${civilDayOf(now)}::date`)
      .executeTakeFirst()
    return { overdue: counted?.overdue ?? 0 }
  },
})

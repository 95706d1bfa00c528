import { sql } from 'kysely'
import { z } from 'zod'
import { staffAddresses } from '../identity/identity.facade.ts'
import { writeOperation } from '../privacy/operation/operation.ts'
import { reminderDue } from './child-report.rules.ts'
import { reminderLetter } from './children.letters.ts'

/** A job, every half hour: the staff are told again when half of a report's day has gone, and when all of it has. */
export const remindOfChildReports = writeOperation({
  name: 'child_report.remind',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({}),
  output: z.object({ reports: z.int() }),
  async run({ trx, tools, now }) {
    await sql`select pg_advisory_xact_lock(hashtext('zavor child report reminders'))`.execute(trx)
    const open = await trx
      .selectFrom('child_report')
      .select(['id', 'number', 'received_at', 'due_at', 'reminded'])
      .where('decided_at', 'is', null)
      .orderBy('due_at')
      .limit(200)
      .execute()
    const due = open.filter((row) => reminderDue(row, now) > row.reminded)
    if (due.length === 0) return { reports: 0 }
    const overdue = due.filter((row) => reminderDue(row, now) === 2).length
    const given = { numbers: due.map((row) => row.number), overdue, url: `${tools.signIn.origin}/staff/children` }
    for (const { staffId, to, language } of await staffAddresses(trx, ['privacy', 'owner'])) {
      const words = reminderLetter(language, given)
      await tools.letters.post(trx, { staffId, to, kind: 'child_report', language, words })
    }
    for (const step of [1, 2] as const) {
      const ids = due.filter((row) => reminderDue(row, now) === step).map((row) => row.id)
      if (ids.length > 0) await trx.updateTable('child_report').set({ reminded: step }).where('id', 'in', ids).execute()
    }
    return { reports: due.length }
  },
})

import { sql } from 'kysely'
import { z } from 'zod'
import { civilDay } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { addDays, civilDayOf } from '../../privacy/clock/civil-day.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { daysAhead, daysBetween, remind } from '../reminder.ts'

/**
 * A job, every morning: one letter to each of the owners and the privacy staff with the grounds whose review is due or
 * has passed and on which somebody rests who is sent data. Each is named once a week, until it is looked at.
 */
export const remindOfGrounds = writeOperation({
  name: 'transfer_ground.remind',
  purpose: 'legal',
  who: { system: true },
  input: z.strictObject({}),
  output: z.object({ grounds: z.int(), letters: z.int() }),
  async run({ trx, tools, now }) {
    await sql`select pg_advisory_xact_lock(hashtext('zavor ground reminders'))`.execute(trx)
    const today = civilDayOf(now)
    const due = await trx
      .selectFrom('transfer_ground as g')
      .innerJoin('processor as p', 'p.ground_id', 'g.id')
      .select(['g.id', 'g.name', 'g.review_on'])
      .select(sql<string[]>`array_agg(coalesce(p.name, p.recipient) order by p.name)`.as('companies'))
      .where('p.enabled_at', 'is not', null)
      .where('g.invalid_at', 'is', null)
      .where('g.review_on', '<=', addDays(today, daysAhead))
      .where((row) =>
        row.or([row('g.reminded_on', 'is', null), row('g.reminded_on', '<=', addDays(today, -daysBetween))]),
      )
      .groupBy(['g.id', 'g.name', 'g.review_on'])
      .orderBy('g.review_on')
      .orderBy('g.id')
      .execute()
    const letters = await remind(trx, tools, {
      kind: 'ground_reminder',
      table: 'transfer_ground',
      due,
      today,
      path: '/staff/registers/recipients',
      words: (locale) => ({
        subject: m.registers_ground_letter_subject({ count: due.length }, { locale }),
        lead: m.registers_ground_letter({}, { locale }),
        action: m.registers_ground_letter_action({}, { locale }),
      }),
      line({ name, review_on, companies }, locale) {
        const day = review_on ?? today
        const said = { name, companies: companies.join(', '), day: civilDay(day, locale) }
        return day < today
          ? m.registers_ground_line_overdue(said, { locale })
          : m.registers_ground_line_due(said, { locale })
      },
    })
    return { grounds: due.length, letters }
  },
})

import { sql } from 'kysely'
import { z } from 'zod'
import { staffAddresses } from '../../identity/identity.facade.ts'
import { civilDay } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { addDays, civilDayOf } from '../../privacy/clock/civil-day.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { listMeasureRows } from './measure.queries.ts'

const daysAhead = 14
const daysBetween = 7

/** A job, every morning: one letter to each of the owners and the privacy staff with the measures that are due. Each is named once a week. */
export const remindOfMeasures = writeOperation({
  name: 'measure.remind',
  purpose: 'legal',
  who: { system: true },
  input: z.strictObject({}),
  output: z.object({ measures: z.int(), letters: z.int() }),
  async run({ trx, tools, now }) {
    await sql`select pg_advisory_xact_lock(hashtext('zavor measure reminders'))`.execute(trx)
    const today = civilDayOf(now)
    const due = (await listMeasureRows(trx)).filter(
      ({ next_check_on, reminded_on }) =>
        next_check_on <= addDays(today, daysAhead) &&
        (reminded_on === null || reminded_on <= addDays(today, -daysBetween)),
    )
    if (due.length === 0) return { measures: 0, letters: 0 }
    const staff = await staffAddresses(trx, ['privacy', 'owner'])
    for (const { staffId, to, language } of staff) {
      const locale = { locale: language }
      const lines = due.map(({ what, place, next_check_on, checked_on }) => {
        const said = { what, place, day: civilDay(next_check_on, language) }
        if (checked_on === null) return `• ${m.registers_measure_line_never(said, locale)}`
        return `• ${next_check_on < today ? m.registers_measure_line_overdue(said, locale) : m.registers_measure_line_due(said, locale)}`
      })
      await tools.letters.post(trx, {
        staffId,
        to,
        kind: 'measure_reminder',
        language,
        words: {
          subject: m.registers_measure_letter_subject({ count: due.length }, locale),
          lines: [m.registers_measure_letter({}, locale), lines.join('\n')],
          action: {
            label: m.registers_measure_letter_action({}, locale),
            url: `${tools.signIn.origin}/staff/registers/measures`,
          },
        },
      })
    }
    await trx
      .updateTable('measure')
      .set({ reminded_on: today })
      .where(
        'id',
        'in',
        due.map(({ id }) => id),
      )
      .execute()
    return { measures: due.length, letters: staff.length }
  },
})

import { sql } from 'kysely'
import { z } from 'zod'
import { civilDay } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { addDays, civilDayOf } from '../../privacy/clock/civil-day.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { daysAhead, daysBetween, remind } from '../reminder.ts'
import { listMeasureRows } from './measure.queries.ts'
import { saidIn } from './promised.ts'

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
    const letters = await remind(trx, tools, {
      kind: 'measure_reminder',
      table: 'measure',
      due,
      today,
      path: '/staff/registers/measures',
      words: (locale) => ({
        subject: m.registers_measure_letter_subject({ count: due.length }, { locale }),
        lead: m.registers_measure_letter({}, { locale }),
        action: m.registers_measure_letter_action({}, { locale }),
      }),
      line({ what, place, next_check_on, checked_on }, locale) {
        const said = { what: saidIn(what, locale), place: saidIn(place, locale), day: civilDay(next_check_on, locale) }
        if (checked_on === null) return m.registers_measure_line_never(said, { locale })
        return next_check_on < today
          ? m.registers_measure_line_overdue(said, { locale })
          : m.registers_measure_line_due(said, { locale })
      },
    })
    return { measures: due.length, letters }
  },
})

import { sql } from 'kysely'
import { z } from 'zod'
import { staffAddresses } from '../../identity/identity.facade.ts'
import { exactTime } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { dueAt, hoursLeft } from './breach.rules.ts'

/** From a day before the end on, every eight hours. */
const from = 24
const every = 8 * 3_600_000

/** A job, every hour: a letter to owners and privacy staff for each breach whose 72 hours are nearly over, or over. */
export const remindOfBreaches = writeOperation({
  name: 'breach.remind',
  purpose: 'legal',
  who: { system: true },
  input: z.strictObject({}),
  output: z.object({ breaches: z.int() }),
  async run({ trx, tools, now }) {
    await sql`select pg_advisory_xact_lock(hashtext('zavor breach reminders'))`.execute(trx)
    const open = await trx
      .selectFrom('breach')
      .select(['id', 'number', 'discovered_at', 'reminded_at'])
      .where('outcome', 'is', null)
      .execute()
    const due = open.filter(
      ({ discovered_at, reminded_at }) =>
        hoursLeft(discovered_at, now) < from &&
        (reminded_at === null || now.getTime() - reminded_at.getTime() >= every),
    )
    if (due.length === 0) return { breaches: 0 }
    for (const { staffId, to, language } of await staffAddresses(trx, ['privacy', 'owner'])) {
      const locale = { locale: language }
      for (const { id, number, discovered_at } of due) {
        const said = { number, time: exactTime(dueAt(discovered_at), language) }
        const isOver = hoursLeft(discovered_at, now) < 0
        await tools.letters.post(trx, {
          staffId,
          to,
          kind: 'breach_reminder',
          language,
          words: {
            subject: isOver
              ? m.registers_breach_remind_over(said, locale)
              : m.registers_breach_remind_subject(said, locale),
            lines: [m.registers_breach_remind(said, locale)],
            action: {
              label: m.registers_breach_remind_action({}, locale),
              url: `${tools.signIn.origin}/staff/registers/breaches/${id}`,
            },
          },
        })
      }
    }
    await trx
      .updateTable('breach')
      .set({ reminded_at: now })
      .where(
        'id',
        'in',
        due.map(({ id }) => id),
      )
      .execute()
    return { breaches: due.length }
  },
})

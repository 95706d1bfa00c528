import { sql } from 'kysely'
import { z } from 'zod'
import { staffAddresses } from '../../identity/identity.facade.ts'
import { m } from '../../platform/language/words.ts'
import { addDays, type CivilDay, civilDayOf, daysBetween } from '../../privacy/clock/civil-day.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { civilDayIn, kindIn } from '../answer/said-in.ts'
import { updateCase } from '../request/case.queries.ts'
import type { Trx } from '../request/request-db.ts'

/** Days before the deadline on which somebody is reminded; after it, every day. */
const daysBefore = [7, 3, 1, 0]

/**
 * A job, every morning: one letter to each of the privacy staff with the requests whose deadline is near or past. A
 * request is named once a day, however often the job runs. Recipients who were not told of a change (Art. 19) are named
 * every week that they wait.
 */
export const remindOfRequests = writeOperation({
  name: 'request.remind',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({}),
  output: z.object({ requests: z.int(), letters: z.int() }),
  async run({ trx, tools, now, concerning }) {
    const today = civilDayOf(now)
    await sql`select pg_advisory_xact_lock(hashtext('zavor request reminders'))`.execute(trx)
    const rows = await trx
      .selectFrom('rights_case')
      .select(['account_id', 'id', 'number', 'kind', 'due_on', 'reminded_on', 'person_id'])
      .where('status', '=', 'open')
      .where('due_on', '<=', addDays(today, Math.max(...daysBefore)))
      .orderBy('due_on')
      .orderBy('id')
      .execute()
    const due = rows.filter(({ due_on, reminded_on }) => {
      const left = due_on === null ? null : daysBetween(today, due_on)
      return left !== null && reminded_on !== today && (left < 0 || daysBefore.includes(left))
    })
    const untold = (await casesToTell(trx, addDays(today, -7))).filter(
      ({ since }) => daysBetween(civilDayOf(since), today) >= 7,
    )
    if (due.length === 0 && untold.length === 0) return { requests: 0, letters: 0 }
    concerning({ personIds: [...due, ...untold].map((row) => row.person_id) })
    const staff = await staffAddresses(trx, ['privacy', 'owner'])
    for (const { staffId, to, language } of staff) {
      const locale = { locale: language }
      const lines = due.map(({ number, kind, due_on }) => {
        const day = civilDayIn(due_on ?? today, language)
        const said = { number, what: kindIn(kind, language), day }
        return due_on !== null && due_on < today
          ? m.rights_remind_overdue(said, locale)
          : m.rights_remind_due(said, locale)
      })
      const tell = untold.map(({ number, kind, since }) =>
        m.rights_remind_tell(
          { number, what: kindIn(kind, language), day: civilDayIn(civilDayOf(since), language) },
          locale,
        ),
      )
      await tools.letters.post(trx, {
        staffId,
        to,
        kind: 'request_reminder',
        language,
        words: {
          subject:
            due.length > 0
              ? m.rights_letter_remind_subject({ count: due.length }, locale)
              : m.rights_letter_remind_tell_subject({}, locale),
          lines: [
            ...(lines.length > 0 ? [m.rights_letter_remind({}, locale), listed(lines)] : []),
            ...(tell.length > 0 ? [m.rights_letter_remind_tell({}, locale), listed(tell)] : []),
          ],
          action: { label: m.rights_letter_remind_action({}, locale), url: `${tools.signIn.origin}/staff/rights` },
        },
      })
    }
    for (const row of [...due, ...untold]) await updateCase(trx, row, { reminded_on: today })
    return { requests: due.length + untold.length, letters: staff.length }
  },
})

const listed = (lines: readonly string[]): string => lines.map((one) => `• ${one}`).join('\n')

const aWeek = sql<Date>`now() - interval '6 days'`

/** How many one letter names; the others are named the next morning. */
const namedAtOnce = 200

/**
 * Requests of which a recipient has waited for about a week or longer, the longest first, and that were not named after that
 * day: so a morning on which nothing ran is made up for.
 */
async function casesToTell(trx: Trx, weekAgo: CivilDay) {
  return await trx
    .selectFrom('rights_recipient as r')
    .innerJoin('rights_case as c', (join) =>
      join.onRef('c.account_id', '=', 'r.account_id').onRef('c.id', '=', 'r.case_id'),
    )
    .select(['c.account_id', 'c.id', 'c.number', 'c.kind', 'c.reminded_on', 'c.person_id'])
    .select(sql<Date>`min(r.created_at)`.as('since'))
    .where('r.status', '=', 'to_tell')
    .where('r.created_at', '<', aWeek)
    .where((row) => row.or([row('c.reminded_on', 'is', null), row('c.reminded_on', '<=', weekAgo)]))
    .groupBy(['c.account_id', 'c.id', 'c.number', 'c.kind', 'c.reminded_on', 'c.person_id'])
    .orderBy('since')
    .limit(namedAtOnce)
    .execute()
}

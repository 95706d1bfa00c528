import { z } from 'zod'
import { contactFields, linkTokens, staffAddresses } from '../identity/identity.facade.ts'
import { newId } from '../platform/database/id.ts'
import { m } from '../platform/language/words.ts'
import { noticeField, readNotice, recordVisitorNotice } from '../privacy/notice/record-notice.ts'
import { Conflict } from '../privacy/operation/errors.ts'
import { writeOperation } from '../privacy/operation/operation.ts'
import { openSince } from './child-report.queries.ts'
import { dueOf, reportKinds } from './child-report.rules.ts'
import { arrivalLetter } from './children.letters.ts'
import { reportNotice } from './report-notices.ts'
import { sealReporter } from './reporter.ts'

const rates = { fromAddress: { name: 'child report address', most: 5, seconds: 3600 } } as const
/** Whoever floods the form from many addresses must not flood the staff's mailboxes: more wait in the queue, and are in its reminders. */
const lettersAnHour = 20

const wordsOf = (shortest: number, longest: number, says: () => string) =>
  z
    .string({ error: () => says() })
    .trim()
    .min(shortest, { error: () => says() })
    .max(longest, { error: () => says() })

/**
 * Anybody may say that a child uses the services (P40). It is noted with a clock of one day and goes to the staff who
 * answer for privacy; by itself it changes nothing about anybody. The token opens the page that says how it stands.
 */
export const makeChildReport = writeOperation({
  name: 'child_report.make',
  purpose: 'rights',
  http: 'POST /child-reports',
  says: 'Report that a child uses the services. Decided by a person within a day; the token, shown once, says how it stands.',
  who: { visitor: true },
  input: z.strictObject({
    kind: z.enum(reportKinds, { error: () => m.children_expect_kind() }),
    aboutWhom: wordsOf(3, 300, m.children_expect_whom),
    why: wordsOf(0, 2000, m.children_expect_why).optional(),
    /** Where the receipt goes, for who wants one. */
    email: contactFields.emailField.optional(),
    language: z.enum(['ro', 'en']),
    /** No person sees this field: what fills it in is a program. */
    website: z
      .string()
      .max(0, { error: () => m.children_trap() })
      .optional(),
    sendingId: z.uuid().optional(),
    /** The hash of the notice that stood beside the fields, as the form carries it. */
    notice: noticeField,
  }),
  output: z.object({ token: z.string() }),
  async run({ trx, input, caller, tools, now }) {
    await tools.signIn.rates.count(rates.fromAddress, caller.address)
    const served = readNotice(input.notice, reportNotice(input.language))
    const id = input.sendingId ?? newId()
    const { token, hash } = linkTokens.newToken()
    const due = dueOf(now)
    const added = await trx
      .insertInto('child_report')
      .values({
        id,
        kind: input.kind,
        language: input.language,
        about_whom: input.aboutWhom,
        why: input.why || null,
        reporter: input.email ? await sealReporter(tools, id, input.email) : null,
        link_hash: hash,
        received_at: now,
        due_at: due,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst()
    if (!added.numInsertedOrUpdatedRows) {
      // The same form once more: the first link was never seen, this one takes its place.
      const again = await trx
        .updateTable('child_report')
        .set({ link_hash: hash })
        .where('id', '=', id)
        .where('decided_at', 'is', null)
        .where('received_at', '>', new Date(now.getTime() - 600_000))
        .executeTakeFirst()
      if (again.numUpdatedRows !== 1n) throw new Conflict('already_reported', m.children_already_reported())
      return { token }
    }
    if (served) {
      const path = `/${input.language}/child`
      await recordVisitorNotice(trx, id, { form: 'child_report.make', text: served, language: input.language, path })
    }
    if ((await openSince(trx, new Date(now.getTime() - 3_600_000))) > lettersAnHour) return { token }
    for (const { staffId, to, language } of await staffAddresses(trx, ['privacy', 'owner'])) {
      const words = arrivalLetter(language, { due, url: `${tools.signIn.origin}/staff/children/${id}` })
      await tools.letters.post(trx, { staffId, to, kind: 'child_report', language, words })
    }
    return { token }
  },
})
